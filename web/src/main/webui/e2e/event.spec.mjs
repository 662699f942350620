import { expect, fresh, freshMonday, picture, plusDays, rest, test } from './harness.mjs';
import { change, edit, meeting, shown } from './planned.mjs';

test('typed in the popover, kept on the way to the full form, saved with Ctrl+Enter', async ({ people }) => {
  const monday = freshMonday();
  const title = fresh('Обзор');
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  await anna.keyboard.press('c');
  await expect(anna.locator('dialog.popover input[name=title]')).toBeFocused();
  await anna.keyboard.type(title);
  await picture(anna, 'event-quick');
  await anna.getByRole('button', { name: 'Подробнее' }).click();
  const editor = anna.locator('dialog.panel');
  await expect(editor.locator('input[name=title]')).toHaveValue(title);
  await editor.getByLabel('Время начала').fill('930');
  await anna.keyboard.press('Enter');
  await expect(editor.getByLabel('Время начала')).toHaveValue('09:30');
  await expect(editor.getByLabel('Время конца')).toHaveValue('10:30');
  await editor.locator('select[name=repeat]').selectOption({ label: 'Каждый рабочий день' });
  await expect(editor).toContainText('Ближайшие даты');
  await picture(anna, 'event-editor');
  await anna.keyboard.press('Control+Enter');
  await expect(anna.locator('dialog[open]')).toHaveCount(0);
  await expect(anna.locator('.ec-event', { hasText: title })).toHaveCount(5);
});

test('what was typed comes back after Escape', async ({ people }) => {
  const title = fresh('Черновик');
  const anna = await people.logIn('anna', { path: `/week/${freshMonday()}` });
  await anna.keyboard.press('c');
  await anna.locator('dialog input[name=title]').fill(title);
  await anna.keyboard.press('Escape');
  await expect(anna.locator('dialog[open]')).toHaveCount(0);
  await anna.locator('.toast', { hasText: 'Черновик' }).getByRole('button', { name: 'Вернуть' }).click();
  await expect(anna.locator('dialog input[name=title]')).toHaveValue(title);
});

test('guests are told what changed, or not; the change can be undone', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { id, title } = await meeting(anna, plusDays(monday, 1));
  await edit(anna, title);
  await anna.fill('dialog.panel input[name=location]', 'Кафе');
  await anna.keyboard.press('Control+Enter');
  const question = anna.locator('dialog.dialog');
  await expect(question).toContainText('Кафе');
  await expect(question.getByRole('button', { name: 'Отправить', exact: true })).toBeFocused();
  await picture(anna, 'event-notify');
  await question.getByRole('button', { name: 'Не отправлять' }).click();
  await expect(anna.locator('dialog[open]')).toHaveCount(0);
  expect((await rest(anna, 'GET', `/events/${id}`)).location).toBe('Кафе');
  await anna.locator('.toast', { hasText: 'сохранено' }).getByRole('button', { name: 'Отменить' }).click();
  await expect.poll(async () => (await rest(anna, 'GET', `/events/${id}`)).location).toBe('');
});

test('one of a series is changed alone', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { title } = await meeting(anna, monday, { recurrence: ['RRULE:FREQ=DAILY;COUNT=4'], attendees: [] });
  const renamed = fresh('Другое');
  await edit(anna, title);
  await anna.fill('dialog.panel input[name=title]', renamed);
  await anna.keyboard.press('Control+Enter');
  await expect(anna.locator('dialog.dialog input[value=this]')).toBeFocused();
  await picture(anna, 'event-scope');
  await anna.keyboard.press('Enter');
  await expect(anna.locator('.ec-event', { hasText: renamed })).toHaveCount(1);
  await expect(anna.locator('.ec-event', { hasText: title })).toHaveCount(3);
});

test('what somebody else saved meanwhile is told, compared and saved part by part', async ({ people }) => {
  people.expectTrouble(/status of 412/);
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { id, title } = await meeting(anna, plusDays(monday, 3), { attendees: [] });
  await edit(anna, title);
  await anna.fill('dialog.panel input[name=location]', 'Моё место');
  await change(anna, id, { location: 'Чужое место', description: 'Новое' });
  await expect(anna.locator('dialog.panel .news')).toContainText('Обновлено: место, описание');
  await anna.keyboard.press('Control+Enter');
  const comparison = anna.locator('dialog.dialog');
  await expect(comparison).toContainText('Чужое место');
  await picture(anna, 'event-stale');
  await comparison.getByRole('button', { name: 'Сохранить выбранное' }).click();
  await expect(anna.locator('dialog[open]')).toHaveCount(0);
  expect(await rest(anna, 'GET', `/events/${id}`)).toMatchObject({ location: 'Моё место', description: 'Новое' });
});

test('a deleted event comes back while the toast is there', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const { title } = await meeting(anna, plusDays(monday, 4));
  await shown(anna, title).click();
  await anna.locator('dialog.popover').getByRole('button', { name: 'Удалить' }).click();
  await picture(anna, 'event-delete');
  await anna.getByRole('button', { name: 'Удалить и сообщить' }).click();
  await expect(anna.locator('.ec-event', { hasText: title })).toHaveCount(0);
  await anna.locator('.toast', { hasText: 'удалено' }).getByRole('button', { name: 'Отменить' }).click();
  await expect(shown(anna, title)).toBeVisible();
});

test('a line of text is read, shown and saved', async ({ people }) => {
  const title = fresh('Созвон');
  const anna = await people.logIn('anna');
  await anna.keyboard.press('q');
  await anna.keyboard.type(`завтра 21:00 ${title} с Борисом 45 мин`);
  const form = anna.locator('dialog.dialog');
  await expect(form).toContainText('21:00–21:45');
  await expect(form).toContainText('Борис Петров');
  await picture(anna, 'event-line');
  await anna.keyboard.press('Enter');
  await expect(anna.locator('.toast', { hasText: 'Событие создано' })).toBeVisible();
});
