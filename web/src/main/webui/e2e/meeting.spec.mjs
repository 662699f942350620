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
  await anna.waitForSelector('.avatar .free, .avatar .busy');
  await picture(anna, 'plan');
  await anna.click('dialog button.primary');

  await boris.click(`text=${title}`);
  await boris.click('dialog button:has-text("Пойду")');
  await expect(boris.locator('.toast')).toContainText('Ответ отправлен');

  await expect(async () => {
    await anna.click(`text=${title}`);
    const answer = anna.locator('dialog[open]');
    try {
      await expect(answer).toContainText(/Пойд|Ид[уёе]т/, { timeout: 500 });
    } catch (late) {
      await anna.keyboard.press('Escape');
      throw late;
    }
  }).toPass({ timeout: 15_000 });
  await picture(anna, 'answer');
});
