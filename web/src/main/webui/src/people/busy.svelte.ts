import { SvelteMap } from 'svelte/reactivity';
import { api } from '../api/client';
import type { Availability, Busy } from '../api/types';
import type { Range } from './invitee';

export type Standing = 'checking' | 'free' | 'busy' | 'tentative' | 'out-of-office' | 'unknown';

/** How somebody's time stands within a range. */
export interface Time {
  standing: Standing;
  busy: Busy[];
  timeZone?: string | null;
}

const CHECKING: Time = { standing: 'checking', busy: [] };
const UNKNOWN: Time = { standing: 'unknown', busy: [] };
const FRESH = 20_000;

export function standing(busy: Busy[]): Standing {
  if (busy.some((one) => one.type === 'out-of-office')) return 'out-of-office';
  if (busy.some((one) => one.type === 'busy')) return 'busy';
  return busy.length ? 'tentative' : 'free';
}

/** Who is busy when: asked once by whoever needs it first, told to all that show it. */
class BusyTimes {
  #known = new SvelteMap<string, Time>();
  #asked = new Map<string, number>();

  of(address: string, range: Range | null, except = ''): Time {
    return (range && this.#known.get(key(address, range, except))) || CHECKING;
  }

  /** One is asked alone, several in one request; who was asked a moment ago is not asked again. */
  async ask(addresses: string[], range: Range | null, except = ''): Promise<void> {
    if (!range) return;
    const now = Date.now();
    const stale = (one: string) => now - (this.#asked.get(key(one, range, except)) ?? 0) > FRESH;
    const who = addresses.filter(stale).slice(0, 200);
    if (!who.length) return;
    for (const one of who) this.#asked.set(key(one, range, except), now);
    const items = await this.#answer(who, range, except);
    for (const one of who) {
      const time = items?.find((item) => item.who === one);
      const told = time?.known ? { standing: standing(time.busy), busy: time.busy, timeZone: time.timeZone } : UNKNOWN;
      this.#known.set(key(one, range, except), told);
      if (!items) this.#asked.delete(key(one, range, except));
    }
  }

  /** Something changed somewhere: the next question goes to the server. */
  forget(): void {
    this.#asked.clear();
  }

  async #answer(who: string[], range: Range, except: string): Promise<Availability[] | null> {
    const question = { from: range.from, to: range.to, ...(except ? { except } : {}) };
    const answer =
      who.length === 1
        ? api.get<{ items: Availability[] }>('/freebusy', { who: who[0], ...question })
        : api.post<{ items: Availability[] }>('/freebusy', { who, ...question });
    return answer.then((one) => one.items).catch(() => null);
  }
}

function key(address: string, range: Range, except: string): string {
  return `${address} ${range.from} ${range.to} ${except}`;
}

export const busyTimes = new BusyTimes();
