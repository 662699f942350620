import { expect, fresh, freshMonday, picture, plusDays, rest, test } from './harness.mjs';
import { change, edit, meeting } from './planned.mjs';

/** The events of the week, the earliest first. */
async function week(page, day, title) {
  const { items } = await rest(page, 'GET', `/events?from=${day}T00:00:00Z&to=${plusDays(day, 7)}T00:00:00Z`);
  const own = items.filter((one) => one.title.startsWith(title));
  return own.toSorted((one, other) => one.start.dateTime.localeCompare(other.start.dateTime));
}

test('a series that would lose what was changed alone says how much, before it is saved', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { title } = await meeting(anna, monday, { recurrence: ['RRULE:FREQ=DAILY;COUNT=4'], attendees: [] });
  const third = (await week(anna, monday, title))[2];
  const alone = `${third.id}?scope=this&instance=${encodeURIComponent(third.instance)}`;
  await change(anna, alone, { title: `${title} иначе` });
  await expect(anna.locator('.ec-event', { hasText: 'иначе' }).first()).toBeVisible();
  await edit(anna, title);
  await anna.locator('dialog.panel select[name=repeat]').selectOption('none');
  await anna.keyboard.press('Control+Enter');
  const question = anna.locator('dialog.dialog');
  await expect(question.locator('.lost')).toContainText('Пропадёт 1 событие, изменённое отдельно');
  await picture(anna, 'event-lost');
  await anna.keyboard.press('Escape');
  await expect(question).toHaveCount(0);
  expect(await week(anna, monday, title)).toHaveLength(4);
  await anna.keyboard.press('Control+Enter');
  await question.locator('input[value=all]').check();
  await anna.keyboard.press('Enter');
  await expect.poll(async () => (await week(anna, monday, title)).length).toBe(1);
});

test('who cannot be written to is marked among the invited, and the form stays', async ({ people }) => {
  people.expectTrouble(/status of 400/);
  const dmitri = await people.logIn('dmitri', { path: `/week/${freshMonday()}` });
  const title = fresh('Чужие');
  const nobody = `${'x'.repeat(300)}@example.org`;
  await dmitri.keyboard.press('c');
  const form = dmitri.locator('dialog.popover');
  await form.locator('input[name=title]').fill(title);
  await form.locator('input[name=people]').fill(nobody);
  await form.locator('input[name=people]').press('Enter');
  await expect(form.locator('.chip')).toHaveCount(1);
  await dmitri.keyboard.press('Control+Enter');
  await expect(form.locator('.chip.refused')).toContainText(nobody);
  await picture(dmitri, 'event-unknown-guest');
  await expect(form.locator('input[name=title]')).toHaveValue(title);
  await form.getByRole('button', { name: /Убрать: xxx/ }).click();
  await dmitri.keyboard.press('Control+Enter');
  await expect(dmitri.locator('.ec-event', { hasText: title })).toHaveCount(1);
});

test('a page on paper holds the calendar and nothing to press', async ({ people }) => {
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/week/${day}` });
  await rest(boris, 'POST', '/events', {
    title: fresh('Бумага'),
    start: { dateTime: `${day}T10:00:00`, timeZone: 'Europe/Moscow' },
    end: { dateTime: `${day}T11:00:00`, timeZone: 'Europe/Moscow' },
    recurrence: ['RRULE:FREQ=DAILY;COUNT=40'],
  });
  await boris.emulateMedia({ media: 'print' });
  await expect(boris.locator('.ec-event', { hasText: 'Бумага' }).first()).toBeVisible();
  expect(await boris.locator('.shell > header button, .side, .plus, .toasts').filter({ visible: true }).count()).toBe(
    0,
  );
  await boris.goto(`/agenda/${day}`);
  const list = boris.locator('.agenda');
  await expect(list.locator('section').last()).toBeVisible();
  const whole = await list.evaluate((one) => one.scrollHeight <= one.clientHeight + 1);
  expect(whole, 'nothing is left below an edge that paper cannot scroll to').toBe(true);
});
