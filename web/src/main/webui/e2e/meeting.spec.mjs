import { expect, fresh, freshMonday, picture, plusDays, test } from './harness.mjs';

test('anna plans, boris sees it without a reload and answers, anna sees the answer', async ({ people }) => {
  const title = fresh('Запуск');
  const monday = freshMonday();
  const day = plusDays(monday, 4);
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const boris = await people.logIn('boris', { path: `/week/${monday}` });

  await anna.keyboard.press('c');
  await anna.fill('input[name=title]', title);
  await anna.locator('input[type=datetime-local]').nth(0).fill(`${day}T11:00`);
  await anna.locator('input[type=datetime-local]').nth(1).fill(`${day}T12:00`);
  await anna.fill('input[name=people]', 'Бор');
  await anna.click('.found button');
  await anna.waitForSelector('.chips .free, .chips .busy');
  await picture(anna, 'plan');
  await anna.click('dialog button.primary');

  await boris.click(`text=${title}`);
  await boris.click('dialog button:has-text("Пойду")');
  await expect(boris.locator('dialog')).toHaveCount(0);

  await expect(async () => {
    await anna.click(`text=${title}`);
    const answer = anna.locator('dialog li:has-text("Борис")');
    try {
      await expect(answer).toContainText('идёт', { timeout: 500 });
    } catch (late) {
      await anna.keyboard.press('Escape');
      throw late;
    }
  }).toPass({ timeout: 15_000 });
  await picture(anna, 'answer');
});
