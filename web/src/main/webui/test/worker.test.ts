import { beforeEach, describe, expect, it, vi } from 'vitest';
import worker from '../src/offline/worker.js?raw';

/** The service worker, run with caches and a network of the test's own. */
const source = worker.replace('__VERSION__', 'two').replace('/* __FILES__ */', "'/assets/app-1.js'");

type Listener = (event: Record<string, unknown>) => void;
const listeners: Record<string, Listener> = {};
const stores = new Map<string, Map<string, string>>();
const network = vi.fn<(path: string) => Promise<Response>>();

const path = (request: unknown) =>
  new URL(typeof request === 'string' ? request : (request as Request).url, 'http://k').pathname;
const caches = {
  keys: () => Promise.resolve([...stores.keys()]),
  delete: (name: string) => Promise.resolve(stores.delete(name)),
  open: (name: string) => {
    const kept = stores.get(name) ?? new Map<string, string>();
    stores.set(name, kept);
    return Promise.resolve({
      addAll: (files: string[]) => Promise.resolve(files.forEach((file) => kept.set(file, `kept ${file}`))),
      match: (request: unknown) => {
        const text = kept.get(path(request));
        return Promise.resolve(text === undefined ? undefined : new Response(text));
      },
    });
  },
};

interface Window {
  focused: boolean;
  focus: () => Promise<void>;
  postMessage: (message: unknown) => void;
}
let windows: Window[] = [];
const opened = vi.fn<(url: string) => void>();
const shown = vi.fn<(title: string, more: Record<string, unknown>) => void>();

function window(focused: boolean): Window & { heard: unknown[] } {
  const heard: unknown[] = [];
  const one = {
    focused,
    heard,
    focus: () => {
      one.focused = true;
      return Promise.resolve();
    },
    postMessage: (message: unknown) => void heard.push(message),
  };
  windows.push(one);
  return one;
}

async function sent(kind: string, more: Record<string, unknown> = {}): Promise<void> {
  let work: unknown;
  listeners[kind]?.({ waitUntil: (promise: unknown) => (work = promise), ...more });
  await work;
}

/** What the worker answers; undefined where it leaves the request to the browser. */
async function asked(url: string, more: Partial<Request> = {}): Promise<string | undefined> {
  let answer: Promise<Response> | undefined;
  const request = { method: 'GET', mode: 'cors', url: `http://k${url}`, ...more };
  listeners.fetch?.({ request, respondWith: (promise: Promise<Response>) => (answer = promise) });
  return answer && (await answer).text();
}

const navigated = { mode: 'navigate' } as const;

async function started(userAgent: string): Promise<void> {
  const self = {
    location: { origin: 'http://k' },
    navigator: { userAgent },
    clients: { matchAll: () => Promise.resolve(windows), openWindow: opened },
    registration: { showNotification: shown },
    addEventListener: (kind: string, act: Listener) => (listeners[kind] = act),
  };
  new Function('self', 'caches', 'fetch', source)(self, caches, network);
  await sent('install');
}

beforeEach(async () => {
  stores.clear();
  windows = [];
  opened.mockReset();
  shown.mockReset();
  network.mockReset().mockImplementation((request) => Promise.resolve(new Response(`new ${path(request)}`)));
  await started('Mozilla/5.0 (X11; Linux x86_64) Chrome/140.0.0.0 Safari/537.36');
});

const news = { title: 'Budget', body: 'Anna invites you', tag: 'u1', url: 'http://k/?uid=u1' };
const pushed = { data: { json: () => news } };

describe('the service worker', () => {
  it('never answers for the API, for links of mails, for other pages, for what changes something', async () => {
    expect(await asked('/api/v1/events')).toBeUndefined();
    expect(await asked('/rsvp/token', navigated)).toBeUndefined();
    expect(await asked('/demo/mail/', navigated)).toBeUndefined();
    expect(await asked('/week', { method: 'POST' })).toBeUndefined();
    expect(await asked('/index.html')).toBeUndefined();
  });

  it('gives files whose name carries their content without asking', async () => {
    expect(await asked('/assets/app-1.js')).toBe('kept /assets/app-1.js');
    expect(await asked('/assets/app-2.js')).toBeUndefined();
    expect(network).not.toHaveBeenCalled();
  });

  it('gives the page as the server has it now, and the kept one without a network or with a server in trouble', async () => {
    expect(await asked('/week/2026-11-24', navigated)).toBe('new /week/2026-11-24');
    network.mockRejectedValueOnce(new TypeError('away'));
    expect(await asked('/', navigated)).toBe('kept /index.html');
    network.mockResolvedValueOnce(new Response('trouble', { status: 502 }));
    expect(await asked('/settings', navigated)).toBe('kept /index.html');
  });

  it('forgets older versions of itself and nothing else', async () => {
    stores.set('kalends-app-one', new Map());
    stores.set('kalends-data', new Map());
    await sent('activate');
    expect([...stores.keys()].sort()).toEqual(['kalends-app-two', 'kalends-data']);
  });

  it('shows what is pushed, or sent by a window, unless one is looked at', async () => {
    window(true);
    await sent('push', pushed);
    expect(shown).not.toHaveBeenCalled();
    windows = [];
    window(false);
    await sent('push', pushed);
    await sent('message', { data: { show: news } });
    expect(shown.mock.calls.map(([title, more]) => [title, more.body, more.tag, more.data])).toEqual(
      Array(2).fill(['Budget', 'Anna invites you', 'u1', 'http://k/?uid=u1']),
    );
  });

  it('lets no push pass unseen in Safari, which would take the right to it', async () => {
    await started('Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) Version/18.0 Safari/605.1.15');
    window(true);
    await sent('push', pushed);
    expect(shown).toHaveBeenCalledOnce();
  });

  it('opens what is clicked in the window that there is, or in a new one', async () => {
    const notification = { close: vi.fn(), data: news.url };
    await sent('notificationclick', { notification });
    expect(opened).toHaveBeenCalledWith(news.url);
    const one = window(false);
    await sent('notificationclick', { notification });
    expect(one.focused).toBe(true);
    expect(one.heard).toEqual([{ open: news.url }]);
    expect(notification.close).toHaveBeenCalledTimes(2);
  });
});
