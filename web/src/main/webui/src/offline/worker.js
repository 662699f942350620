/*
 * Keeps the files of the app, so that it starts without a network. What people have in their calendars is not its
 * business: it never answers for the API, mails' links or anything else but the pages and files named here. The build
 * fills in the files and a version made of them. It shows what the server tells people as well, in a window or none.
 */
const VERSION = '__VERSION__';
const FILES = [/* __FILES__ */];

const PREFIX = 'kalends-app-';
const NAME = PREFIX + VERSION;
const PAGE = '/index.html';
const PAGES = /^\/(|index\.html|(day|3days|week|workweek|month|agenda|year)(\/.*)?|search|trash|settings)$/;
/** A network that takes longer is taken for none. */
const PATIENCE = 4000;

self.addEventListener('install', (event) => event.waitUntil(keep()));
self.addEventListener('activate', (event) => event.waitUntil(forgetOld()));
self.addEventListener('message', (event) => {
  if (event.data === 'take-over') self.skipWaiting();
  else if (event.data?.show) event.waitUntil(tell(event.data.show));
});
self.addEventListener('push', (event) => event.waitUntil(tell(event.data.json())));
self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(event.notification.data));
});
self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== self.location.origin) return;
  if (request.mode === 'navigate') {
    if (PAGES.test(pathname)) event.respondWith(page(request));
  } else if (pathname !== PAGE && FILES.includes(pathname)) event.respondWith(file(request));
});

async function keep() {
  const cache = await caches.open(NAME);
  await cache.addAll([PAGE, ...FILES]);
}

async function forgetOld() {
  const names = await caches.keys();
  await Promise.all(names.filter((one) => one.startsWith(PREFIX) && one !== NAME).map((one) => caches.delete(one)));
}

/** As the server has it now: a new version is never hidden by a kept one. */
async function page(request) {
  const kept = await (await caches.open(NAME)).match(PAGE);
  const late = new Promise((give) => setTimeout(give, PATIENCE));
  try {
    const asked = fetch(request);
    const answer = await (kept ? Promise.race([asked, late]) : asked);
    if (answer && (answer.status < 500 || !kept)) return answer;
  } catch (away) {
    if (!kept) throw away;
  }
  return kept;
}

/** Its name changes with its content. */
async function file(request) {
  return (await (await caches.open(NAME)).match(request)) ?? fetch(request);
}

/** Safari takes the right to push from who lets a push pass unseen; the others know that the window tells. */
const ALWAYS = /^((?!Chrome|Android).)*Safari/.test(self.navigator.userAgent);

/** Of several with the same tag the last is seen, and makes no sound again. */
async function tell({ title, body, tag, url }) {
  const windows = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (!ALWAYS && windows.some((one) => one.focused)) return;
  await self.registration.showNotification(title, { body, tag, data: url ?? '/', icon: '/icons/icon-192.png' });
}

/** In a window that there is, so that what is typed there is asked about before it is left. */
async function open(url) {
  const [window] = await self.clients.matchAll({ type: 'window' });
  if (!window) return self.clients.openWindow(url);
  await window.focus();
  window.postMessage({ open: url });
}
