import { expect, fresh, freshMonday, picture, plusDays, rest, test, today } from './harness.mjs';

const timed = (day, from, to) => ({
  start: { dateTime: `${day}T${from}:00`, timeZone: 'Europe/Moscow' },
  end: { dateTime: `${day}T${to}:00`, timeZone: 'Europe/Moscow' },
});

const event = (page, title) => page.locator('.ec-event', { hasText: title }).first();

/** When the server says the event begins, on the wall. */
async function startOf(page, id) {
  return (await rest(page, 'GET', `/events/${id}`)).start.dateTime;
}

test('the address names the view and the day, and Back goes back', async ({ people }) => {
  const anna = await people.logIn('anna', { path: '/month/2027-03-10' });
  await expect(anna.getByRole('heading', { level: 1 })).toContainText('Март 2027');
  for (const [key, path] of [
    ['w', '/week/2027-03-10'],
    ['d', '/day/2027-03-10'],
    ['x', '/workweek/2027-03-10'],
    ['a', '/agenda/2027-03-10'],
    ['y', '/year/2027-03-10'],
    ['n', '/year/2028-03-10'],
  ]) {
    await anna.keyboard.press(key);
    await expect(anna).toHaveURL(new RegExp(`${path}$`));
  }
  await anna.goBack();
  await expect(anna).toHaveURL(/\/year\/2027-03-10$/);
  await picture(anna, 'year');
});

test('an event dragged to another day is there for the server, and Undo puts it back', async ({ people }) => {
  const day = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const title = fresh('Перенос');
  const made = await rest(anna, 'POST', '/events', { title, ...timed(day, '10:00', '11:00') });
  await expect(event(anna, title)).toBeVisible();
  const from = await event(anna, title).boundingBox();
  const column = await anna.locator('.ec-body .ec-day').nth(2).boundingBox();
  await anna.mouse.move(from.x + 30, from.y + 12);
  await anna.mouse.down();
  await anna.mouse.move(column.x + 40, from.y + 40, { steps: 8 });
  await anna.mouse.move(column.x + 40, from.y + 60, { steps: 4 });
  await anna.mouse.up();
  await expect(anna.getByText('Событие перенесено')).toBeVisible();
  expect(await startOf(anna, made.id)).toBe(`${plusDays(day, 2)}T11:00:00`);
  await picture(anna, 'moved');
  await anna.keyboard.press('z');
  await expect.poll(() => startOf(anna, made.id)).toBe(`${day}T10:00:00`);
});

test('both ends of an event can be dragged', async ({ people }) => {
  const day = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${day}` });
  const title = fresh('Длина');
  const made = await rest(anna, 'POST', '/events', { title, ...timed(day, '10:00', '12:00') });
  const drag = async (y, by) => {
    const box = await event(anna, title).boundingBox();
    await anna.mouse.move(box.x + box.width / 2, box.y + y(box));
    await anna.mouse.down();
    await anna.mouse.move(box.x + box.width / 2, box.y + y(box) + by, { steps: 8 });
    await anna.mouse.up();
  };
  await drag((box) => box.height - 3, 48);
  await expect.poll(async () => (await rest(anna, 'GET', `/events/${made.id}`)).end.dateTime).toBe(`${day}T13:00:00`);
  await expect(event(anna, title)).toHaveAttribute('aria-label', /10:00–13:00/);
  await drag(() => 3, 48);
  await expect.poll(() => startOf(anna, made.id)).toBe(`${day}T11:00:00`);
});

test('a calendar is made, coloured, hidden and deleted', async ({ people }) => {
  const boris = await people.logIn('boris', { path: '/' });
  const name = fresh('Проект');
  await boris.getByRole('button', { name: 'Добавить календарь' }).click();
  await boris.getByRole('menuitem', { name: 'Новый календарь' }).click();
  await boris.getByLabel('Название').fill(name);
  await boris.getByRole('radio', { name: 'Цвет 8' }).check();
  await boris.getByRole('button', { name: 'Сохранить' }).click();
  const box = boris.getByRole('checkbox', { name });
  await expect(box).toBeChecked();
  await box.uncheck();
  await boris.reload();
  await expect(box).not.toBeChecked();
  await boris.getByRole('button', { name: `Меню календаря ${name}` }).click();
  await boris.getByRole('menuitem', { name: 'Изменить календарь' }).click();
  await boris.getByRole('button', { name: 'Удалить', exact: true }).click();
  await boris.getByRole('button', { name: 'Да, удалить' }).click();
  await expect(box).toHaveCount(0);
});

test('a session that ends asks for the password over what is open', async ({ people }) => {
  people.expectTrouble(/401/);
  const day = freshMonday();
  const dmitri = await people.logIn('dmitri', { path: `/week/${day}` });
  await dmitri.context().clearCookies();
  await dmitri.keyboard.press('n');
  const dialog = dmitri.getByRole('dialog', { name: 'Войдите снова' });
  await expect(dialog).toBeVisible();
  await dialog.getByLabel('Пароль').fill('demo');
  await dmitri.keyboard.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(dmitri).toHaveURL(new RegExp(plusDays(day, 7)));
});

test('without a network the last known weeks are shown, and the bar says so', async ({ people }) => {
  people.expectTrouble(/ERR_INTERNET_DISCONNECTED|ERR_FAILED/);
  const anna = await people.logIn('anna', { path: '/week' });
  await rest(anna, 'POST', '/events', { title: fresh('Офлайн'), ...timed(today(), '12:00', '13:00') });
  await expect(anna.locator('.ec-event', { hasText: 'Офлайн' }).first()).toBeVisible();
  await expect.poll(() => anna.evaluate(async () => Boolean(await caches.match('/offline/events')))).toBe(true);
  await anna.context().setOffline(true);
  await anna.keyboard.press('a');
  await expect(anna.getByText(/Нет сети, показаны данные на \d\d:\d\d/)).toBeVisible();
  await expect(anna.locator('.line').first()).toBeVisible();
  await picture(anna, 'offline');
});

test('a full day of a month says how many have no room, and lists them all', async ({ people }) => {
  const day = plusDays(freshMonday(), 2);
  const boris = await people.logIn('boris', { path: `/month/${day}` });
  const title = fresh('Тесно');
  for (let hour = 8; hour < 20; hour++) {
    const clock = (at) => `${String(at).padStart(2, '0')}:00`;
    await rest(boris, 'POST', '/events', { title: `${title} ${hour}`, ...timed(day, clock(hour), clock(hour + 1)) });
  }
  const more = boris.locator(`.ec-event[data-event="more ${day}"]`);
  await expect(more).toHaveAttribute('aria-label', /^ещё \d+, /);
  const drawn = () => boris.locator('.ec-event:not(.more)', { hasText: title }).count();
  const left = async () => Number(/\d+/.exec(await more.getAttribute('aria-label'))[0]);
  await expect.poll(async () => (await drawn()) + (await left())).toBe(12);
  expect(await drawn()).toBeGreaterThan(0);
  await expect(boris.locator('.ec-day-foot a')).toHaveCount(0);
  const box = await more.boundingBox();
  const cell = await boris.locator(`.ec-body .ec-day[data-day="${day}"]`).boundingBox();
  expect(box.y + box.height).toBeLessThanOrEqual(cell.y + cell.height);
  await more.click();
  const list = boris.locator('dialog[open]');
  await expect(list.getByRole('listitem').filter({ hasText: title })).toHaveCount(12);
  await picture(boris, 'month-full-day');
  await list.getByRole('button', { name: `${title} 19` }).click();
  await expect(boris.locator('dialog[open]')).toContainText(`${title} 19`);
  await boris.keyboard.press('Escape');
  await expect(boris.locator('dialog[open]')).toHaveCount(0);
});

test('three lines of whole days stand above the hours, the last says what has no room and lists it', async ({
  people,
}) => {
  const day = freshMonday();
  const dmitri = await people.logIn('dmitri', { path: `/week/${day}` });
  const title = fresh('Целый день');
  const whole = (from, days) => ({ start: { date: from }, end: { date: plusDays(from, days) } });
  for (let n = 0; n < 5; n++) {
    await rest(dmitri, 'POST', '/events', { title: `${title} ${n}`, ...whole(plusDays(day, 1), n ? 1 : 3) });
  }
  const more = dmitri.locator(`.ec-event[data-event="more ${plusDays(day, 1)}"]`);
  await expect(more).toHaveText(/ещё 3/);
  const drawn = dmitri.locator('.ec-all-day .ec-event:not(.more)', { hasText: title });
  await expect(drawn).toHaveCount(2);
  const tops = await dmitri
    .locator('.ec-all-day .ec-event')
    .evaluateAll((all) => new Set(all.map((one) => Math.round(one.getBoundingClientRect().top))).size);
  expect(tops).toBe(3);
  await more.click();
  await expect(dmitri.locator('dialog[open]').getByRole('listitem').filter({ hasText: title })).toHaveCount(5);
  await picture(dmitri, 'week-whole-days');
});

test('in the day the calendars stand side by side when asked', async ({ people }) => {
  const day = freshMonday();
  const dmitri = await people.logIn('dmitri', { path: `/day/${day}` });
  const name = fresh('Второй');
  await rest(dmitri, 'POST', '/calendars', { name, color: '#7a4fbf' });
  await dmitri.reload();
  await dmitri.getByRole('button', { name: 'Календари рядом' }).click();
  await expect(dmitri.locator('.ec-col-head', { hasText: name })).toBeVisible();
  await dmitri.getByRole('button', { name: 'Календари рядом' }).click();
  await expect(dmitri.locator('.ec-col-head', { hasText: name })).toHaveCount(0);
  const { items } = await rest(dmitri, 'GET', '/calendars');
  await rest(dmitri, 'DELETE', `/calendars/${items.find((one) => one.name === name).id}`);
});

test('a month goes on week by week with the wheel, what it holds stays in sight', async ({ people }) => {
  const monday = freshMonday();
  const day = plusDays(monday, 2);
  const anna = await people.logIn('anna', { path: `/month/${day}` });
  const title = fresh('Прокрутка');
  await rest(anna, 'POST', '/events', { title, ...timed(day, '10:00', '11:00') });
  await expect(event(anna, title)).toBeVisible();
  const firstDay = () => anna.locator('.ec-body .ec-day time').first().getAttribute('datetime');
  const first = await firstDay();
  await anna.locator('.ec-body').hover();
  await anna.mouse.wheel(0, 100);
  await expect.poll(firstDay).toBe(plusDays(first, 7));
  await expect(anna).toHaveURL(new RegExp(`from=${plusDays(first, 7)}$`));
  await expect(anna.locator('.ec-body .ec-day')).toHaveCount(42);
  await picture(anna, 'month-scrolled');
  await anna.mouse.wheel(0, 300);
  await expect.poll(firstDay).toBe(plusDays(first, 28));
  const heading = anna.getByRole('heading', { level: 1 });
  const named = await heading.textContent();
  await anna.reload();
  await expect(heading).toHaveText(named);
  expect(await firstDay()).toBe(plusDays(first, 28));
  await anna.locator('.ec-body').hover();
  await anna.mouse.wheel(0, -400);
  await expect.poll(firstDay).toBe(first);
  await expect(anna).toHaveURL(/\/month\/[0-9-]+$/);
  await expect(event(anna, title)).toBeVisible();
});
