import AxeBuilder from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

/** Serious and critical findings in the dialog. */
async function findings(page) {
  const { violations } = await new AxeBuilder({ page }).include('dialog[open]').analyze();
  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ id }) => id);
}

async function openSharing(page, calendar, words) {
  await page.getByText(calendar, { exact: true }).first().hover();
  await page.getByRole('button', { name: words.menu }).click();
  await page.getByRole('menuitem', { name: words.share }).click();
}

test('a calendar is shared, seen by the other at once, read only, and taken back', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const eva = await people.logIn('eva', { path: `/week/${monday}`, locale: 'en-US' });
  const name = fresh('Проект');
  const title = fresh('Запуск');
  const calendar = await rest(anna, 'POST', '/calendars', { name });
  const zoned = (time) => ({ dateTime: `${monday}T${time}:00`, timeZone: 'Europe/Moscow' });
  await rest(anna, 'POST', '/events', { calendarId: calendar.id, title, start: zoned('10:00'), end: zoned('11:00') });
  await anna.reload();
  await openSharing(anna, name, { menu: `Меню календаря ${name}`, share: 'Открыть доступ…' });
  const dialog = anna.getByRole('dialog', { name: `Доступ к календарю ${name}` });
  await dialog.getByRole('combobox', { name: 'Кому открыть' }).fill('eva');
  await dialog.getByRole('option').first().click();
  await expect(dialog.getByRole('combobox', { name: /^Уровень доступа/ })).toHaveValue('read');
  expect(await findings(anna)).toEqual([]);
  await picture(anna, 'sharing');

  await expect(eva.getByRole('heading', { name: 'Shared' })).toBeVisible({ timeout: 20_000 });
  const event = eva.locator('.ec-event', { hasText: title });
  await expect(event).toBeVisible();
  await event.click();
  await expect(eva.getByRole('button', { name: 'Duplicate' })).toBeVisible();
  await expect(eva.getByRole('button', { name: 'Delete' })).toHaveCount(0);
  await expect(eva.getByRole('heading', { name: 'My reminders' })).toBeVisible();
  await eva.getByRole('button', { name: 'Add a reminder' }).click();
  await expect(eva.getByRole('combobox', { name: /remind/i }).first()).toBeEnabled();
  await expect(eva.getByText('Updated: reminders')).toHaveCount(0);
  await picture(eva, 'shared-event');
  const { items } = await rest(
    eva,
    'GET',
    `/events?from=${monday}T00:00:00Z&to=${monday}T23:59:59Z&calendar=${calendar.id}`,
  );
  const seen = await rest(eva, 'GET', `/events/${items[0].id}`);
  expect(seen.reminders.map((one) => one.before)).toEqual(['PT15M']);
  expect(await findings(eva)).toEqual([]);
  const owners = await rest(anna, 'GET', `/events/${items[0].id}`);
  expect(owners.reminders.map((one) => one.before)).not.toEqual(['PT15M']);
  await eva.keyboard.press('Escape');

  await dialog.getByRole('combobox', { name: /^Уровень доступа/ }).selectOption('write');
  await expect
    .poll(async () => (await rest(eva, 'GET', '/calendars')).items.find((one) => one.id === calendar.id)?.access)
    .toBe('write');
  await dialog.getByRole('button', { name: /^Закрыть доступ/ }).click();
  await expect(dialog.getByText('Пока календарь видите только вы.')).toBeVisible();
  await expect(event).toHaveCount(0, { timeout: 20_000 });
  await rest(anna, 'DELETE', `/calendars/${calendar.id}`);
});

test('a calendar offered by a calendar program is taken in the browser', async ({ people }) => {
  const boris = await people.logIn('boris');
  const clara = await people.logIn('clara', { locale: 'en-US' });
  const name = fresh('Offered');
  const calendar = await rest(boris, 'POST', '/calendars', { name });
  const home = `/dav/calendars/boris/`;
  const authorization = `Basic ${Buffer.from('boris:demo').toString('base64')}`;
  const dav = (method, path, body, more = {}) =>
    boris.request.fetch(new URL(path, boris.url()).href, {
      method,
      data: body,
      headers: { authorization, 'content-type': 'application/xml', ...more },
    });
  const found = await dav('PROPFIND', home, '<propfind xmlns="DAV:"><prop><displayname/></prop></propfind>', {
    depth: '1',
  });
  const path = (await found.text())
    .split('<D:response>')
    .find((one) => one.includes(name))
    .match(/<D:href>([^<]*)/)[1];
  const offered = await dav(
    'POST',
    path,
    `<CS:share xmlns:D="DAV:" xmlns:CS="http://calendarserver.org/ns/"><CS:set><D:href>mailto:clara@kalends.test</D:href>` +
      `<CS:read/></CS:set></CS:share>`,
  );
  expect(offered.status()).toBe(200);
  const offer = clara.getByRole('group', { name });
  await expect(offer).toBeVisible({ timeout: 20_000 });
  await picture(clara, 'calendar-offered');
  await openSharing(boris, name, { menu: `Меню календаря ${name}`, share: 'Открыть доступ…' });
  await expect(boris.getByText('ещё нет ответа')).toBeVisible();
  await offer.getByRole('button', { name: 'Accept' }).click();
  await expect(offer).toHaveCount(0);
  await expect(clara.getByRole('checkbox', { name: new RegExp(name) })).toBeVisible();
  await rest(boris, 'DELETE', `/calendars/${calendar.id}`);
});
