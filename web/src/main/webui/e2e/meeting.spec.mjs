import { expect, fresh, freshMonday, picture, plusDays, test } from './harness.mjs';

test('anna plans, boris sees it without a reload and answers, anna sees the answer', async ({ people }) => {
  const title = fresh('Запуск');
  const monday = freshMonday();
  const day = plusDays(monday, 4);
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const boris = await people.logIn('boris', { path: `/week/${monday}` });

  await anna.keyboard.press('c');
  await anna.fill('input[name=title]', title);
  await anna.fill('input[name=startDay]', day);
  await anna.getByLabel('Время начала').fill('11');
  await anna.keyboard.press('Enter');
  await anna.fill('input[name=people]', 'Бор');
  await anna.getByRole('option', { name: 'Борис' }).click();
  await expect(anna.locator('dialog.popover .avatar .dot:not(.checking)').first()).toBeVisible();
  await picture(anna, 'plan');
  await anna.click('dialog button.primary');

  await boris.locator('.ec-event', { hasText: title }).click();
  await boris.click('dialog button:has-text("Пойду")');
  await expect(boris.locator('.toast')).toContainText('Ответ отправлен');

  await anna.locator('.ec-event', { hasText: title }).click();
  await expect(anna.locator('dialog[open] li', { hasText: 'Борис' })).toBeVisible();
  await expect(anna.locator('dialog[open] h3.accepted')).toBeVisible({ timeout: 15_000 });
  await picture(anna, 'answer');
});
