import { expect, picture, test } from './harness.mjs';

const opened = (page) => page.locator('dialog[open]');

async function at(page, path) {
  await expect(page).toHaveURL(new RegExp(`${path}$`));
}

test('every key that goes somewhere goes there', async ({ people }) => {
  const anna = await people.logIn('anna', { path: '/week/2028-03-15' });
  for (const [key, view] of [
    ...[...['d', '1'].map((key) => [key, 'day']), ...['x', '5'].map((key) => [key, 'workweek'])],
    ...[...['w', '2', '7'].map((key) => [key, 'week']), ...['m', '3'].map((key) => [key, 'month'])],
    ...[...['a', 'l'].map((key) => [key, 'agenda']), ['y', 'year']],
  ]) {
    await anna.keyboard.press(key);
    await at(anna, `/${view}/2028-03-15`);
  }
  await anna.keyboard.press('d');
  for (const [key, day] of [
    ['j', '2028-03-16'],
    ['n', '2028-03-17'],
    ['k', '2028-03-16'],
    ['p', '2028-03-15'],
  ]) {
    await anna.keyboard.press(key);
    await at(anna, `/day/${day}`);
  }
  await anna.keyboard.press('t');
  await expect(anna.locator('.day-head.now')).toBeVisible();
  await anna.keyboard.press('g');
  await anna.locator('dialog input[type=date]').fill('2028-04-01');
  await anna.keyboard.press('Enter');
  await at(anna, '/day/2028-04-01');
  await anna.keyboard.press('s');
  await at(anna, '/settings');
  await anna.keyboard.press('Escape');
  await at(anna, '/day/2028-04-01');
  await anna.keyboard.press('/');
  await expect(anna.getByRole('searchbox').first()).toBeFocused();
});

test('keys are places on the keyboard, and the list names every one', async ({ people }) => {
  const anna = await people.logIn('anna', { path: '/week/2028-03-15' });
  await anna.evaluate(() =>
    document.body.dispatchEvent(new KeyboardEvent('keydown', { code: 'KeyM', key: 'ь', bubbles: true })),
  );
  await at(anna, '/month/2028-03-15');
  await anna.keyboard.press('?');
  const list = anna.getByRole('dialog', { name: 'Горячие клавиши' });
  await expect(list).toBeVisible();
  await picture(anna, 'keys');
  const named = (await list.locator('kbd').allTextContents()).flatMap((keys) => keys.split(/,?\s+/));
  const point34 = 'C Q T J N K P D 1 W 2 X 5 M 3 A L Y G / E Del Z S Esc Enter ?'.split(' ');
  expect(point34.filter((key) => !named.includes(key))).toEqual([]);
  await anna.keyboard.press('m'); // a dialog keeps the keys from what is behind it
  await anna.keyboard.press('Escape');
  await expect(list).toBeHidden();
});

test('the first tab stop leads past the bar, and dialogs give the focus back', async ({ people }) => {
  const anna = await people.logIn('anna', { path: '/week/2028-03-15' });
  await anna.locator('.skip').focus();
  await anna.keyboard.press('Enter');
  await expect(anna.locator('main')).toBeFocused();
  const menu = anna.getByRole('button', { name: /: меню$/ });
  await menu.focus();
  await anna.keyboard.press('Enter');
  await expect(anna.getByRole('menuitem').first()).toBeFocused();
  await anna.keyboard.press('Escape');
  await expect(menu).toBeFocused();
  const fresh = anna.getByRole('button', { name: 'Новый календарь' });
  await fresh.click();
  await expect(opened(anna)).toHaveCount(1);
  await anna.keyboard.press('Escape');
  await expect(fresh).toBeFocused();
});
