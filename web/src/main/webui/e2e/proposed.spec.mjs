import { expect, fresh, freshMonday, mondayThisYear, picture, plusDays, rest, test } from './harness.mjs';
import { meeting, shown } from './planned.mjs';

const moscow = (day, clock) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Europe/Moscow' });

/** Boris' copy, once it has arrived. */
async function copyOf(boris, title, day) {
  const range = `from=${plusDays(day, -1)}T00:00:00Z&to=${plusDays(day, 2)}T00:00:00Z`;
  let found;
  await expect(async () => {
    const { items } = await rest(boris, 'GET', `/events?${range}`);
    found = items.find((one) => one.title === title);
    expect(found).toBeTruthy();
  }).toPass({ timeout: 15_000 });
  return found;
}

/** A meeting of anna for which boris proposes 15:30; anna has its card open. */
async function proposed(people, more = {}) {
  const monday = mondayThisYear();
  const day = plusDays(monday, 2);
  const boris = await people.logIn('boris', { path: `/week/${monday}` });
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const event = await meeting(anna, day, more);
  const copy = await copyOf(boris, event.title, day);
  const answer = { status: 'tentative', comment: 'Утром занят' };
  await rest(boris, 'PUT', `/events/${copy.id}/answer`, {
    ...answer,
    proposed: { start: moscow(day, '15:30'), end: moscow(day, '16:30') },
  });
  await expect
    .poll(async () => (await rest(anna, 'GET', `/events/${event.id}`)).attendees.some((one) => one.proposed))
    .toBe(true);
  await shown(anna, event.title).click();
  const card = anna.locator('dialog.popover');
  await expect(card).toContainText('15:30–16:30');
  return { anna, boris, card, event, copy, day };
}

test('the organizer takes the time that a guest proposed, and can take it back', async ({ people }) => {
  const { anna, card, event, day } = await proposed(people);
  await picture(anna, 'proposed');
  await card.getByRole('button', { name: 'Принять предложенное время' }).click();
  await expect(anna.locator('.toast', { hasText: 'перенесено' })).toBeVisible();
  const start = async () => (await rest(anna, 'GET', `/events/${event.id}`)).start.dateTime;
  expect(await start()).toBe(`${day}T15:30:00`);
  await expect(card).toHaveCount(0);
  await anna.locator('.toast', { hasText: 'перенесено' }).getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(start).toBe(`${day}T11:00:00`);
});

test('the organizer keeps the time, and who proposed another sees that', async ({ people }) => {
  const { anna, boris, card, event, copy } = await proposed(people);
  await card.getByRole('button', { name: 'Оставить прежнее' }).click();
  await expect(anna.locator('.toast', { hasText: 'узнает, что время прежнее' })).toBeVisible();
  await expect(card).toHaveCount(0);
  const proposals = async (page, id) =>
    (await rest(page, 'GET', `/events/${id}`)).attendees.filter((one) => one.proposed).length;
  await expect.poll(() => proposals(anna, event.id)).toBe(0);
  await expect.poll(() => proposals(boris, copy.id), { timeout: 15_000 }).toBe(0);
});

test('a proposed time at which the room is taken is refused in words, and all stays as it was', async ({ people }) => {
  people.expectTrouble(/status of 409/);
  const attendees = [{ address: 'boris@kalends.test' }, { address: 'neva@kalends.test' }];
  const { anna, card, event, day } = await proposed(people, { attendees });
  const other = { title: fresh('Занято'), start: moscow(day, '16:00'), end: moscow(day, '17:00') };
  await rest(anna, 'POST', '/events', { ...other, attendees: [{ address: 'neva@kalends.test' }] });
  await card.getByRole('button', { name: 'Принять предложенное время' }).click();
  await expect(card.getByRole('alert')).toContainText('Переговорная уже занята');
  await picture(anna, 'proposed-refused');
  expect((await rest(anna, 'GET', `/events/${event.id}`)).start.dateTime).toBe(`${day}T11:00:00`);
});

test('of a group nobody says that it is free', async ({ people }) => {
  const anna = await people.logIn('anna', { path: `/week/${freshMonday()}` });
  await anna.click('button.schedule');
  const dialog = anna.locator('dialog[open]');
  await anna.locator('input[name=people]').fill('Команда');
  await expect(anna.locator('[role=option][aria-selected=true]')).toContainText('группа');
  await anna.locator('input[name=people]').press('Enter');
  const chip = dialog.locator('.chip', { hasText: 'Команда проекта' });
  await expect(chip).not.toHaveAttribute('data-standing', /.*/);
  await expect(dialog.locator('.unknown').first()).toBeVisible();
  await picture(anna, 'schedule-group');
});

test('the organizer reminds those who have not answered', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { title } = await meeting(anna, plusDays(monday, 1));
  await shown(anna, title).click();
  const card = anna.locator('dialog.popover');
  await picture(anna, 'remind');
  await card.getByRole('button', { name: 'Напомнить' }).click();
  await expect(anna.locator('.toast', { hasText: 'Напомнили 1 участнику' })).toBeVisible();
  await expect(card.getByRole('button', { name: 'Напомнить' })).toBeDisabled();
});
