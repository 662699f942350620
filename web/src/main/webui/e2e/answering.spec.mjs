import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, PHONE, picture, plusDays, rest, test } from './harness.mjs';

const GUEST = () => `guest${Date.now().toString(36)}@example.org`;

function meeting(title, day, attendees, more = {}) {
  const at = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  return {
    calendarId: 'default',
    title,
    location: 'Кабинет 12',
    start: at('10:00'),
    end: at('11:00'),
    attendees: attendees.map((address) => ({ address })),
    ...more,
  };
}

/** The panel of invitations, opened again and again until what is looked for has arrived. */
async function invitation(page, title) {
  const item = page.locator('[role=dialog] li', { hasText: title });
  await expect(page.locator('button.inbox')).toBeVisible();
  await expect(async () => {
    if (!(await page.locator('.panel:popover-open').count())) await page.click('button.inbox');
    await expect(item).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  return item;
}

async function sound(page, selector) {
  const builder = new AxeBuilder({ page });
  const found = await (selector ? builder.include(selector) : builder).analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
}

async function statusOf(page, event, address) {
  const { attendees } = await rest(page, 'GET', `/events/${event.id}`);
  return attendees.find((one) => one.address === address);
}

test('an invitation arrives in the inbox by itself, is answered there, and the organizer gets the words', async ({
  people,
}) => {
  const title = fresh('Совет');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}` });
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const event = await rest(anna, 'POST', '/events', meeting(title, day, ['boris@kalends.test']));
  const item = await invitation(boris, title);
  await expect(item).toContainText('Анна Иванова');
  await picture(boris, 'inbox');
  await sound(boris, '.panel');
  await item.getByRole('button', { name: 'Добавить комментарий' }).click();
  await item.getByRole('textbox').fill('Приду к середине');
  await item.getByRole('button', { name: 'Возможно' }).click();
  await expect(item).toHaveCount(0);
  await expect(async () => {
    const line = await statusOf(anna, event, 'boris@kalends.test');
    expect([line.status, line.comment]).toEqual(['tentative', 'Приду к середине']);
  }).toPass({ timeout: 15_000 });
});

test('a series is answered as a whole by the keyboard alone', async ({ people }) => {
  const title = fresh('Ежедневная');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}`, locale: 'en-GB' });
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const series = { recurrence: ['RRULE:FREQ=DAILY;COUNT=3'] };
  const event = await rest(anna, 'POST', '/events', meeting(title, day, ['boris@kalends.test'], series));
  const item = await invitation(boris, title);
  await expect(item.getByRole('radio')).toHaveCount(2);
  await item.locator('button.title').focus();
  for (let i = 0; i < 2; i++) await boris.keyboard.press('Tab');
  await boris.keyboard.press('Enter');
  await expect(item).toHaveCount(0);
  await expect(async () => {
    expect((await statusOf(anna, event, 'boris@kalends.test')).status).toBe('accepted');
  }).toPass({ timeout: 15_000 });
});

test('another time is proposed, in the dark and on a phone', async ({ people }) => {
  const title = fresh('Перенос');
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/agenda/${day}`, colorScheme: 'dark', ...PHONE });
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const event = await rest(anna, 'POST', '/events', meeting(title, day, ['boris@kalends.test']));
  const item = await invitation(boris, title);
  await item.getByRole('button', { name: 'Предложить другое время' }).click();
  await item.getByLabel('Начало').fill('1530');
  await item.getByLabel('Начало').press('Tab');
  await expect(item.getByLabel('Конец')).toHaveValue('16:30');
  await picture(boris, 'propose-phone-dark');
  await sound(boris, '.panel');
  await item.getByRole('button', { name: 'Предложить', exact: true }).click();
  await expect(item).toHaveCount(0);
  await expect(async () => {
    const line = await statusOf(anna, event, 'boris@kalends.test');
    expect(line.proposed?.start.dateTime).toBe(`${day}T15:30:00`);
  }).toPass({ timeout: 15_000 });
});

test('a guest answers by the link of his mail, without script, and the mail looks right', async ({
  people,
  browser,
}) => {
  test.setTimeout(120_000);
  const title = fresh('Встреча с заказчиком');
  const day = plusDays(freshMonday(), 1);
  const guest = GUEST();
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const more = {
    description: 'Обсудим сроки и бюджет.\nПрошу прийти вовремя.',
    conference: 'https://meet.example.org/1',
  };
  const event = await rest(anna, 'POST', '/events', meeting(title, day, [guest, 'boris@kalends.test'], more));
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ru-RU' });
  const page = await context.newPage();
  await expect(async () => {
    await page.goto(`/demo/mail/?to=${encodeURIComponent(guest)}`);
    await page.locator('.list a', { hasText: title }).click({ timeout: 1000 });
  }).toPass({ timeout: 40_000 });
  await expect(page.frameLocator('iframe').locator('h1')).toHaveText(title);
  await expect(page.locator('.parts')).toContainText('method=REQUEST');
  await expect(page.locator('.parts')).toContainText('.ics');
  await picture(page, 'mail');
  const accept = await page.frameLocator('iframe').locator('a[href*="answer=accepted"]').getAttribute('href');

  await page.goto(accept);
  await expect(page.locator('input[value=accepted]')).toBeChecked();
  await picture(page, 'rsvp');
  await page.fill('textarea', 'Буду с коллегой');
  await page.click('button.primary');
  await expect(page.locator('.done')).toContainText('Пойду');
  await picture(page, 'rsvp-done');
  await context.close();
  await expect(async () => {
    const line = await statusOf(anna, event, guest);
    expect([line.status, line.comment]).toEqual(['accepted', 'Буду с коллегой']);
  }).toPass();

  for (const [name, options] of [
    ['light', {}],
    ['dark', { colorScheme: 'dark' }],
    ['phone', PHONE],
  ]) {
    const looks = await browser.newContext({ locale: 'en-GB', ...options });
    const other = await looks.newPage();
    await other.goto(accept);
    await other.locator('summary').click();
    await picture(other, `rsvp-${name}`);
    await sound(other);
    await other.goto(`/demo/mail/?to=${encodeURIComponent(guest)}`);
    await sound(other);
    await other.locator('.list a').first().click();
    await other.frameLocator('iframe').locator('h1').waitFor();
    await picture(other, `mail-${name}`);
    await looks.close();
  }
});
