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

test('anna hands her meeting over to boris, who organizes it from then on', async ({ people }) => {
  const title = fresh('Передача');
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const boris = await people.logIn('boris', { path: `/week/${monday}` });

  await anna.keyboard.press('c');
  await anna.fill('input[name=title]', title);
  await anna.fill('input[name=startDay]', plusDays(monday, 2));
  await anna.getByLabel('Время начала').fill('12');
  await anna.keyboard.press('Enter');
  await anna.fill('input[name=people]', 'Clar');
  await anna.getByRole('option', { name: 'Clara' }).click();
  await anna.click('dialog button.primary');

  await anna.locator('.ec-event', { hasText: title }).click();
  await anna.getByRole('button', { name: 'Передать другому организатору' }).click();
  await anna.getByLabel('Новый организатор').fill('Бор');
  await anna.getByRole('option', { name: 'Борис' }).click();
  await picture(anna, 'handover');
  await anna.locator('dialog[open] button.primary').click();
  await expect(anna.locator('.toast', { hasText: 'Теперь организатор' })).toBeVisible();

  await boris.locator('.ec-event', { hasText: title }).click();
  await expect(boris.getByRole('button', { name: 'Передать другому организатору' })).toBeVisible();
  await anna.locator('.ec-event', { hasText: title }).click();
  await expect(anna.locator('dialog[open]')).toContainText('Борис');
  await expect(anna.getByRole('button', { name: 'Передать другому организатору' })).toHaveCount(0);
});
