import { AxeBuilder } from '@axe-core/playwright';
import { expect, fresh, freshMonday, picture, rest, test } from './harness.mjs';
import { meeting } from './planned.mjs';

/** As a push service would deliver them while no window is open; there is none to be reached from here. */
async function push(page, ...news) {
  const origin = new URL(page.url()).origin;
  const session = await page.context().newCDPSession(page);
  const found = new Promise((tell) =>
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find((one) => one.scopeURL.startsWith(origin));
      if (own) tell(own.registrationId);
    }),
  );
  await session.send('ServiceWorker.enable');
  const registrationId = await found;
  await page.goto('about:blank');
  for (const one of news) {
    await session.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(one) });
  }
  await page.goto(`${origin}/settings`);
}

const shown = (page) =>
  page.evaluate(async () => {
    const worker = await navigator.serviceWorker.ready;
    return (await worker.getNotifications()).map(({ title, body, tag }) => ({ title, body, tag }));
  });

test('a browser that may notify tells of an invitation, in the window and while none is looked at', async ({
  people,
}) => {
  people.expectTrouble(/Push API in incognito/);
  const monday = freshMonday();
  const clara = await people.logIn('clara', { path: '/settings', permissions: ['notifications'] });
  await clara.evaluate(() => navigator.serviceWorker.ready.then(() => true));
  const section = clara.locator('section', { has: clara.getByRole('heading', { name: 'Browsers that notify you' }) });
  await section.getByRole('button', { name: 'Notify me in this browser' }).click();
  await expect(section.getByRole('listitem').filter({ hasText: '(this one)' })).toBeVisible();
  await section.scrollIntoViewIfNeeded();
  await picture(clara, 'browsers');
  const found = await new AxeBuilder({ page: clara }).include('section').analyze();
  expect(found.violations.filter((one) => ['serious', 'critical'].includes(one.impact))).toEqual([]);

  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const title = fresh('Встреча');
  const at = (clock) => ({ dateTime: `${monday}T${clock}:00`, timeZone: 'Europe/Moscow' });
  const attendees = [{ address: 'clara@kalends.test' }];
  await rest(anna, 'POST', '/events', { title, start: at('11:00'), end: at('12:00'), attendees });
  const toast = clara.locator('.toast', { hasText: title });
  await expect(toast).toBeVisible({ timeout: 30_000 });
  await picture(clara, 'browser-news');
  await toast.getByRole('button', { name: 'Open' }).click();
  await expect(clara.getByRole('dialog')).toContainText(title);

  const news = { title: fresh('Pushed'), body: 'Anna invites you', tag: 'one', url: null };
  await push(clara, news, { ...news, body: 'Anna moved it' });
  await expect
    .poll(async () => (await shown(clara)).filter((one) => one.title === news.title))
    .toEqual([{ title: news.title, body: 'Anna moved it', tag: 'one' }]);

  await section.getByRole('listitem').filter({ hasText: '(this one)' }).getByRole('button').click();
  await expect(section.getByRole('listitem').filter({ hasText: '(this one)' })).toHaveCount(0);
});

test('who logs out is told there no more until he is back', async ({ people }) => {
  people.expectTrouble(/Push API in incognito/);
  const eva = await people.logIn('eva', { path: '/settings', permissions: ['notifications'] });
  const browsers = async () => (await rest(eva, 'GET', '/browsers')).items.length;
  const before = await browsers();
  await eva.getByRole('button', { name: 'Notify me in this browser' }).click();
  await expect.poll(browsers).toBe(before + 1);
  await eva.locator('button', { has: eva.locator('[data-initials]') }).click();
  await eva.getByRole('menuitem', { name: /Выйти|Log out/ }).click();
  await expect(eva.locator('input[name=login]')).toBeVisible();
  const other = await people.logIn('eva', { path: '/settings' });
  expect((await rest(other, 'GET', '/browsers')).items).toHaveLength(before);
  await eva.fill('input[name=login]', 'eva');
  await eva.fill('input[name=password]', 'demo');
  await eva.keyboard.press('Enter');
  await expect(eva.locator('[data-ready]')).toBeVisible();
  await expect.poll(browsers).toBe(before + 1);
  for (const one of (await rest(eva, 'GET', '/browsers')).items) await rest(eva, 'DELETE', `/browsers/${one.id}`);
});

test('the link of a mail opens the event on its day, of a series the next time that it is', async ({ people }) => {
  const monday = freshMonday();
  const anna = await people.logIn('anna', { path: `/week/${monday}` });
  const one = await meeting(anna, monday, { attendees: [] });
  const { uid } = await rest(anna, 'GET', `/events/${one.id}`);
  await anna.goto(`/?uid=${encodeURIComponent(uid)}`);
  await expect(anna.getByRole('dialog')).toContainText(one.title);
  await expect(anna).toHaveURL(new RegExp(`/${monday}`));
  await anna.goto('/?uid=nobody');
  people.expectTrouble(/status of 404/);
  await expect(anna.getByText('Этого больше нет')).toBeVisible();
});
