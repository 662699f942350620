import { expect, fresh, freshMonday, picture, plusDays, rest, test } from './harness.mjs';

const timed = (day, from, to) => ({
  start: { dateTime: `${day}T${from}:00`, timeZone: 'Europe/Moscow' },
  end: { dateTime: `${day}T${to}:00`, timeZone: 'Europe/Moscow' },
});

/** A day within the two years that are searched. */
function soon() {
  return plusDays(new Date().toISOString().slice(0, 10), 300);
}

test('what is searched is found, opened, and nothing found is said', async ({ people }) => {
  const clara = await people.logIn('clara', { path: '/', locale: 'en-US' });
  const title = fresh('Quarterly');
  await rest(clara, 'POST', '/events', { title, ...timed(soon(), '15:00', '16:00') });
  await clara.keyboard.press('/');
  await clara.keyboard.type(title);
  await expect(clara.getByText('1 event found')).toBeVisible();
  await picture(clara, 'search');
  await clara.getByRole('button', { name: title }).click();
  await expect(clara.locator('dialog[open]')).toContainText(title);
  await clara.keyboard.press('Escape');
  await clara.locator('#search').fill(`${title}-never`);
  await expect(clara.getByText('Nothing found')).toBeVisible();
});

test('what is deleted comes back from the trash', async ({ people }) => {
  const day = freshMonday();
  const clara = await people.logIn('clara', { path: `/week/${day}`, locale: 'en-US' });
  const title = fresh('Budget');
  const made = await rest(clara, 'POST', '/events', { title, ...timed(day, '15:00', '16:00') });
  const event = clara.locator('.ec-event', { hasText: title });
  await event.focus();
  await clara.keyboard.press('Delete');
  await expect(event).toHaveCount(0);
  await clara.goto('/trash');
  await clara.getByRole('button', { name: `Restore ${title}` }).click();
  await expect(clara.getByText('Event restored')).toBeVisible();
  expect((await rest(clara, 'GET', `/events/${made.id}`)).title).toBe(title);
});

test('in English every view is named, and settings are kept', async ({ people }) => {
  const eva = await people.logIn('eva', { path: '/month/2028-03-10', locale: 'en-US' });
  for (const [name, heading] of [
    ['Month', 'March 2028'],
    ['Day', 'March 10, 2028'],
    ['Week', /Mar\w* \d+ – \w* ?\d+, 2028/],
    ['Agenda', 'March 2028'],
    ['Year', '2028'],
  ]) {
    await eva.getByRole('navigation').getByRole('button', { name, exact: true }).click();
    await expect(eva.getByRole('heading', { level: 1 })).toContainText(heading);
    expect(await eva.locator('main').innerText()).not.toMatch(/[а-яё]/i);
  }
  await eva.keyboard.press('s');
  await expect(eva.getByRole('heading', { name: 'Default reminders' })).toBeVisible();
  await expect(eva.getByRole('heading', { name: 'App passwords' })).toBeVisible();
  const numbers = eva.getByRole('checkbox', { name: 'Week numbers' });
  await numbers.check();
  await eva.reload();
  await expect(numbers).toBeChecked();
  await picture(eva, 'settings');
});
