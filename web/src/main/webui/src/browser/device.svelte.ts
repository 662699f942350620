import { api, Refusal } from '../api/client';

/** What is told: pushed to the service worker as well, so its fields are those of the server. */
export interface News {
  title: string;
  body: string;
  /** Of several with the same the last is shown. */
  tag: string;
  url: string | null;
}

/** One of the person's browsers. */
export interface Browser {
  id: string;
  name: string;
  /** Also while no window is open. */
  push: boolean;
  registeredAt: string;
}

interface Listing {
  items: Browser[];
  applicationServerKey: string | null;
}

interface Kept {
  id: string;
  owner: string;
}

const KEPT = 'kalends.browser';

function kept(): Kept | null {
  return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Kept | null;
}

/** As its owner knows it, `Firefox, Linux`. */
export function nameOf(agent: string): string {
  const among = (list: [RegExp, string][]) => list.find(([sign]) => sign.test(agent))?.[1];
  const browser = among([
    [/Edg/, 'Edge'],
    [/OPR/, 'Opera'],
    [/YaBrowser/, 'Yandex'],
    [/Firefox|FxiOS/, 'Firefox'],
    [/Chrome|CriOS/, 'Chrome'],
    [/Safari/, 'Safari'],
  ]);
  const system = among([
    [/Android/, 'Android'],
    [/iPhone|iPad/, 'iOS'],
    [/Windows/, 'Windows'],
    [/Mac OS/, 'macOS'],
    [/CrOS/, 'ChromeOS'],
    [/Linux/, 'Linux'],
  ]);
  return [browser ?? 'Web', system].filter(Boolean).join(', ');
}

/**
 * This browser as one that tells its owner of things, who said so here: in windows that are not looked at, and by its
 * push service while none is open. It tells nobody else: who logs out takes his leave.
 */
class Device {
  /** For the person who is logged in. */
  on = $state(false);
  permission = $state('Notification' in window ? Notification.permission : 'denied');
  #owner = '';

  get id(): string | null {
    return kept()?.id ?? null;
  }

  /** Somebody is logged in. What was another's here is his no more. */
  async start(owner: string): Promise<void> {
    this.#owner = owner;
    const before = kept();
    this.on = before?.owner === owner && this.permission === 'granted';
    if (before && before.owner !== owner) await this.#unsubscribe();
    if (this.on) await this.#register().catch(unreached);
  }

  /** Only a click may ask for it. False where the browser will not. */
  async turnOn(): Promise<boolean> {
    if (!('Notification' in window)) return false;
    this.permission = await Notification.requestPermission();
    if (this.permission !== 'granted') return false;
    localStorage.setItem(KEPT, JSON.stringify({ id: this.id ?? crypto.randomUUID(), owner: this.#owner }));
    await this.#register();
    this.on = true;
    return true;
  }

  async turnOff(): Promise<void> {
    await this.leave();
    localStorage.removeItem(KEPT);
  }

  /** Until the same person is back. */
  async leave(): Promise<void> {
    if (!this.on || !this.id) return;
    this.on = false;
    await api.remove(`/browsers/${this.id}`).catch(unreached);
    await this.#unsubscribe();
  }

  async list(): Promise<Browser[]> {
    return (await api.get<Listing>('/browsers')).items;
  }

  async forget(browser: Browser): Promise<void> {
    if (browser.id === this.id) return this.turnOff();
    await api.remove(`/browsers/${browser.id}`);
  }

  /** Unless a window is looked at. */
  async show(news: News): Promise<void> {
    if (!this.on) return;
    const worker = await worked();
    worker?.active?.postMessage({ show: news });
  }

  async #register(): Promise<void> {
    const { applicationServerKey } = await api.get<Listing>('/browsers');
    const subscription = applicationServerKey ? await subscribed(applicationServerKey) : null;
    await api.put(`/browsers/${this.id}`, { name: nameOf(navigator.userAgent), ...subscription?.toJSON() });
  }

  async #unsubscribe(): Promise<void> {
    const worker = await worked();
    await (await worker?.pushManager?.getSubscription())?.unsubscribe().catch(() => false);
  }
}

function unreached(refusal: unknown): void {
  if (!(refusal instanceof Refusal)) throw refusal;
}

async function worked(): Promise<ServiceWorkerRegistration | undefined> {
  return 'serviceWorker' in navigator ? navigator.serviceWorker.getRegistration() : undefined;
}

/** Null where there is no push service to be reached: open windows tell still. */
async function subscribed(applicationServerKey: string): Promise<PushSubscription | null> {
  try {
    const worker = await worked();
    return (await worker?.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey })) ?? null;
  } catch {
    return null;
  }
}

export const device = new Device();
