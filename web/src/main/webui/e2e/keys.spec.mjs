import { expect, fresh, freshMonday, picture, plusDays, rest, test } from './harness.mjs';

const timed = (day, from, to) => ({
  start: { dateTime: `${day}T${from}:00`, timeZone: 'Europe/Moscow' },
  end: { dateTime: `${day}T${to}:00`, timeZone: 'Europe/Moscow' },
});

const event = (page, title) => page.locator('.ec-event', { hasText: title }).first();

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

test('an event is made, written as a line, opened, edited, copied, deleted and brought back by keys', async ({
  people,
}) => {
  const day = freshMonday();
  const boris = await people.logIn('boris', { path: `/day/${day}` });
  const title = fresh('Клавиша');
  await boris.keyboard.press('c');
  await expect(boris.locator('dialog.popover input[name=title]')).toBeFocused();
  await boris.keyboard.type(title);
  await boris.keyboard.press('Control+Enter');
  await expect(opened(boris)).toHaveCount(0);
  await expect(event(boris, title)).toBeVisible();

  await boris.keyboard.press('q');
  await expect(boris.locator('dialog.dialog input').first()).toBeFocused();
  await boris.keyboard.press('Escape');
  await expect(opened(boris)).toHaveCount(0);

  await event(boris, title).focus();
  await boris.keyboard.press('Enter');
  await expect(boris.locator('dialog.popover')).toContainText(title);
  await boris.keyboard.press('Escape');
  await expect(opened(boris)).toHaveCount(0);
  await expect(event(boris, title)).toBeFocused();

  await boris.keyboard.press('e');
  await expect(boris.locator('dialog.panel input[name=title]')).toHaveValue(title);
  await boris.keyboard.press('Escape');
  await expect(opened(boris)).toHaveCount(0);

  await event(boris, title).focus();
  await boris.keyboard.press('Control+c');
  await boris.keyboard.press('Control+v');
  await expect(boris.locator('.ec-event', { hasText: title })).toHaveCount(2);
  await event(boris, title).focus();
  await boris.keyboard.press('Delete');
  await expect(boris.locator('.ec-event', { hasText: title })).toHaveCount(1);
  await expect(boris.locator('.toast', { hasText: 'Событие удалено' })).toBeVisible();
  await boris.keyboard.press('z');
  await expect(boris.locator('.ec-event', { hasText: title })).toHaveCount(2);
});

test('the grid is one stop, walked by arrows; Alt moves an event and Shift with it resizes', async ({ people }) => {
  const day = freshMonday();
  const clara = await people.logIn('clara', { path: `/week/${day}` });
  const title = fresh('Стрелки');
  const made = await rest(clara, 'POST', '/events', { title, ...timed(plusDays(day, 1), '10:00', '11:00') });
  await expect(event(clara, title)).toBeVisible();
  await expect(clara.locator('.ec-main [tabindex="0"]')).toHaveCount(1);
  await clara.locator('.ec-main [tabindex="0"]').focus();
  await clara.keyboard.press('ArrowRight');
  await clara.keyboard.press('ArrowDown');
  await expect(event(clara, title)).toBeFocused();
  await expect(event(clara, title)).toHaveCSS('outline-style', 'solid');
  await clara.keyboard.press('Alt+ArrowDown');
  await clara.keyboard.press('Alt+ArrowDown');
  await clara.keyboard.press('Alt+ArrowRight');
  await expect(clara.locator('p.unseen')).toContainText('10:30–11:30');
  const now = () => rest(clara, 'GET', `/events/${made.id}`);
  await expect.poll(async () => (await now()).start.dateTime).toBe(`${plusDays(day, 2)}T10:30:00`);
  await expect(event(clara, title)).toBeFocused();
  await clara.keyboard.press('Alt+Shift+ArrowDown');
  await expect.poll(async () => (await now()).end.dateTime).toMatch(/T11:45:00$/);
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
  const fresh = anna.getByRole('button', { name: 'Добавить календарь' });
  await fresh.click();
  await anna.getByRole('menuitem', { name: 'Новый календарь' }).click();
  await expect(opened(anna)).toHaveCount(1);
  await anna.keyboard.press('Escape');
  await expect(fresh).toBeFocused();
});
