import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';

/** The messenger of the demo, as somebody sees it. */
async function chat(context, user) {
  const page = await context.newPage();
  await page.goto(`/demo/messenger/?user=${encodeURIComponent(user)}`);
  return page;
}

async function sound(page) {
  const found = await new AxeBuilder({ page }).analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);
}

test('a button of a card answers, and the open calendar shows it by itself', async ({ people }) => {
  const title = fresh('Карточка');
  const day = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const at = (time) => ({ dateTime: `${day}T${time}:00`, timeZone: 'Europe/Moscow' });
  await rest(anna, 'POST', '/events', {
    title,
    start: at('10:00'),
    end: at('11:00'),
    attendees: [{ address: 'boris@kalends.test' }],
  });
  await anna.getByRole('button', { name: title }).first().click();
  const boris = await chat(anna.context(), 'boris@kalends.test');
  const card = boris.getByRole('article').filter({ hasText: title });
  await expect(card).toBeVisible({ timeout: 30_000 });
  await picture(boris, 'messenger');
  await sound(boris);

  await card.getByRole('button', { name: 'Принять' }).click();

  await expect(card).toContainText('Вы приняли приглашение', { timeout: 20_000 });
  await expect(anna.getByText('1 участник: 1 идёт')).toBeVisible({ timeout: 20_000 });
});

test('another account is linked by a code that is written to the bot', async ({ people }) => {
  const dmitri = await people.logIn('dmitri', { path: '/settings' });
  const section = dmitri.locator('section', { has: dmitri.getByRole('heading', { name: 'Мессенджер' }) });
  await expect(section).toContainText('dmitri@kalends.test');
  await section.getByRole('button', { name: 'Другая учётная запись' }).click();
  const code = await section.locator('code').textContent();
  await picture(dmitri, 'messenger-link');
  await sound(dmitri);
  const account = `dmitri.${Date.now().toString(36)}@chat.example`;
  const bot = await chat(dmitri.context(), account);
  await bot.getByPlaceholder('Что он пишет боту').fill(code);
  await bot.getByRole('button', { name: 'Отправить' }).click();
  await expect(bot.getByRole('article')).toContainText('Теперь это чат', { timeout: 20_000 });

  await section.getByRole('button', { name: 'Готово, написано' }).click();
  await expect(section).toContainText(account);
  await section.getByRole('button', { name: 'Вернуться к моему адресу' }).click();
  await expect(section).toContainText('dmitri@kalends.test');
});
