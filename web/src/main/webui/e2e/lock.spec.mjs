import { expect, freshMonday, picture, plusDays, rest, test } from './harness.mjs';
import { change, edit, meeting } from './planned.mjs';

/** How often the page asked who edits. */
function questions(page) {
  const asked = [];
  page.on('request', (one) => one.method() === 'GET' && one.url().endsWith('/edit-lock') && asked.push(one.url()));
  return asked;
}

test('who edits is named to the other at once, who is told when the event is free, and nobody asks again and again', async ({
  people,
}) => {
  people.expectTrouble(/status of 423/);
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const boris = await people.logIn('boris', { path: `/week/${monday}` });
  const { title } = await meeting(anna, plusDays(monday, 2));
  await anna.locator('.ec-event', { hasText: title }).click();
  await edit(boris, title);
  await expect(boris.locator('dialog.panel input[name=location]')).toBeDisabled();
  await expect(anna.locator('dialog.popover')).toContainText('Редактирует Борис', { timeout: 4_000 });
  await picture(anna, 'event-locked-card');
  await anna.keyboard.press('Escape');
  const asked = questions(anna);
  await edit(anna, title);
  await expect(anna.locator('dialog.panel .banner')).toContainText('Редактирует Борис');
  await expect(anna.locator('dialog.panel input[name=location]')).toBeDisabled();
  await picture(anna, 'event-locked');
  await anna.getByRole('button', { name: 'Сообщить, когда освободится' }).click();
  await anna.waitForTimeout(6_000);
  expect(asked.length).toBeLessThanOrEqual(1);
  await boris.keyboard.press('Escape');
  await expect(anna.locator('.toast', { hasText: 'можно редактировать' })).toBeVisible({ timeout: 4_000 });
  await picture(anna, 'event-free-again');
  await anna.locator('.banner').getByRole('button', { name: 'Редактировать' }).click();
  await expect(anna.locator('dialog.panel input[name=location]')).toBeEnabled();
});

test('a lock that nobody gives back is taken over after its end, and not before', async ({ people }) => {
  people.expectTrouble(/status of 423/);
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}`, colorScheme: 'dark' });
  const boris = await people.logIn('boris', { path: `/week/${monday}` });
  const { id, title } = await meeting(anna, plusDays(monday, 1));
  await expect(boris.locator('.ec-event', { hasText: title })).toBeVisible();
  const from = new Date(Date.parse(monday) - 864e5).toISOString();
  const to = new Date(Date.parse(monday) + 7 * 864e5).toISOString();
  const { items } = await rest(boris, 'GET', `/events?from=${from}&to=${to}`);
  const copy = items.find((one) => one.title === title);
  const { until } = await rest(boris, 'PUT', `/events/${copy.id}/edit-lock`);
  await edit(anna, title);
  await expect(anna.locator('dialog.panel .banner')).toContainText('Редактирует Борис');
  await picture(anna, 'event-locked-dark');
  const over = anna.locator('.banner').getByRole('button', { name: 'Редактировать' });
  await expect(over).toBeVisible({ timeout: 25_000 });
  expect(Date.now()).toBeGreaterThanOrEqual(Date.parse(until));
  await over.click();
  await expect(anna.locator('dialog.panel input[name=location]')).toBeEnabled();
  expect((await rest(boris, 'GET', `/events/${copy.id}/edit-lock`)).holder.address).toBe('anna@kalends.test');
  await anna.keyboard.press('Escape');
  await expect.poll(() => rest(anna, 'GET', `/events/${id}/edit-lock`)).toBe(null);
});

test('news of an event is told though the shown period does not hold it', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna');
  const boris = await people.logIn('boris');
  const { id, title } = await meeting(anna, plusDays(monday, 1));
  const item = boris.locator('[role=dialog] li', { hasText: title });
  await expect(async () => {
    if (!(await boris.locator('.panel:popover-open').count())) await boris.click('button.inbox');
    await expect(item).toBeVisible({ timeout: 1000 });
  }).toPass({ timeout: 20_000 });
  await item.locator('button.title').click();
  const card = boris.locator('dialog.popover');
  await expect(card).toContainText(title);
  await change(anna, id, { location: 'Кабинет 7' });
  await expect(card).toContainText('Обновлено: место', { timeout: 10_000 });
  await expect(card).toContainText('Кабинет 7');
});
