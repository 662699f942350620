import { expect, fresh, picture, plusDays, rest, test, today } from './harness.mjs';

const AWAY = /ERR_INTERNET_DISCONNECTED|ERR_FAILED/;

/** Tomorrow at ten: within what is kept for reading without a network. */
function tomorrow() {
  const day = plusDays(today(), 1);
  const at = (clock) => ({ dateTime: `${day}T${clock}:00`, timeZone: 'Europe/Moscow' });
  return { day, start: at('05:00'), end: at('05:45') };
}

function kept(page) {
  return page.evaluate(async () => {
    const names = await caches.keys();
    const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map((request) => new URL(request.url).pathname);
  });
}

test('the app starts and is read without a network, and leaves nothing of the person behind after log-out', async ({
  people,
}) => {
  people.expectTrouble(AWAY);
  const title = fresh('Без сети');
  const { day, start, end } = tomorrow();
  const eva = await people.logIn('eva', { path: `/day/${day}` });
  const made = await rest(eva, 'POST', '/events', { title, start, end });
  await eva.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
  await expect.poll(() => kept(eva), { timeout: 20_000 }).toContain('/offline/events');
  await expect
    .poll(() => eva.evaluate(async () => (await (await caches.match('/offline/events')).text()).includes('Без сети')))
    .toBe(true);
  expect((await kept(eva)).filter((path) => path.startsWith('/api'))).toEqual([]);

  await eva.context().setOffline(true);
  await eva.reload();
  await expect(eva.locator('[data-ready]')).toBeVisible();
  await expect(eva.locator('.ec-event', { hasText: title })).toBeVisible();
  await expect(eva.locator('.offline')).toContainText(/Нет сети|offline/);
  await picture(eva, 'app-offline');

  await eva.context().setOffline(false);
  await expect(eva.locator('.offline')).toHaveCount(0, { timeout: 20_000 });
  const { etag } = await rest(eva, 'GET', `/events/${made.id}`);
  expect(etag).toBeTruthy();
  await eva.locator('button', { has: eva.locator('[data-initials]') }).click();
  await eva.getByRole('menuitem', { name: /Выйти|Log out/ }).click();
  await expect(eva.locator('input[name=login]')).toBeVisible();
  expect((await kept(eva)).filter((path) => path.startsWith('/offline'))).toEqual([]);
  await eva.context().setOffline(true);
  await eva.reload();
  await expect(eva.locator('input[name=login]')).toBeVisible();
  await expect(eva.locator('.ec-event')).toHaveCount(0);
});

test('it can be installed, and its files are asked for anew or kept as their names allow', async ({ people }) => {
  const anna = await people.logIn('anna', { locale: 'en-GB' });
  const cache = async (path) => (await anna.request.get(path)).headers()['cache-control'];
  const page = await (await anna.request.get('/')).text();
  const manifest = await anna.request.get('/manifest.webmanifest');
  expect(page).toContain('href="/manifest.webmanifest"');
  expect(manifest.headers()['content-type']).toContain('application/manifest+json');
  for (const { src } of (await manifest.json()).icons) expect((await anna.request.get(src)).status()).toBe(200);
  expect(await cache('/sw.js')).toBe('no-cache');
  expect(await cache('/')).toBe('no-cache');
  expect(await cache(/\/assets\/[^"]+\.js/.exec(page)[0])).toContain('immutable');

  await anna.evaluate(() => {
    const asks = new Event('beforeinstallprompt', { cancelable: true });
    asks.prompt = () => Promise.resolve((window.installed = true));
    window.dispatchEvent(asks);
  });
  await anna.locator('button', { has: anna.locator('[data-initials]') }).click();
  await picture(anna, 'app-install');
  await anna.getByRole('menuitem', { name: /Установить приложение|Install the app/ }).click();
  expect(await anna.evaluate(() => window.installed)).toBe(true);
});

test('the first view needs few files when the browser has kept nothing; its time is told', async ({
  people,
  browser,
}) => {
  const anna = await people.logIn('anna');
  const storageState = await anna.context().storageState();
  const times = [];
  let scripts = [];
  for (let i = 0; i < 5; i++) {
    const context = await browser.newContext({ storageState: { cookies: storageState.cookies, origins: [] } });
    const page = await context.newPage();
    await page.goto('/');
    await expect(page.locator('[data-ready] .ec-event').first()).toBeVisible();
    await page.waitForFunction(() => performance.getEntriesByName('kalends-first-view').length > 0);
    scripts = await page.evaluate(() =>
      performance
        .getEntriesByType('resource')
        .filter(({ name, startTime }) => {
          return name.endsWith('.js') && startTime < performance.getEntriesByName('kalends-first-view')[0].startTime;
        })
        .map(({ name }) => name),
    );
    times.push(await page.evaluate(() => performance.getEntriesByName('kalends-first-view')[0].startTime));
    await context.close();
  }
  const sorted = times.map(Math.round).sort((a, b) => a - b);
  console.log(`first view, cold cache: ${sorted.join(' ')} ms`);
  expect(scripts.length, scripts.join(' ')).toBeLessThanOrEqual(2);
});
