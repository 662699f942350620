import { api, Refusal } from '../api/client';
import type { Availability, Busy, Calendar, CalendarEvent } from '../api/types';
import { words } from '../i18n/index.svelte';
import { preferences } from '../settings/preferences.svelte';
import { session } from '../session/session.svelte';
import { addDays, instantOf, now, today, toWall } from '../time/zones';
import { clock, day as dayWords } from '../time/format';
import { Changes } from './changes';
import { firstView } from './firstView';
import { goesOn, type Period } from './period';
import { shelf } from './shelf.svelte';
import { AHEAD, BEHIND, keepSnapshot, keptSnapshot } from './snapshot';
import { within } from './walls';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

interface Kept {
  items: CalendarEvent[];
  at: number;
}

/** A colleague's time that is taken. */
export interface BusyBlock extends Busy {
  who: string;
}

export type Working = NonNullable<Availability['workingHours']>[number];

const KEPT = 24;
const LATER = 1500;
/** Milliseconds: so long what was fetched is good while changes are heard of, and the readable copy is not written anew. */
const FRESH = 300_000;
/** Milliseconds without a further week until a month that was scrolled is at rest. */
const REST = 150;

/** What the shown period holds, kept fresh by the stream of changes. */
class Store {
  events = $state.raw<CalendarEvent[]>([]);
  busy = $state.raw<BusyBlock[]>([]);
  /** When each colleague works, as far as it is known. */
  hours = $state.raw<Record<string, Working[]>>({});
  /** Null with a network; else the time that the data shown is of, `10:42`. */
  asOf = $state<string | null>(null);
  /** How often the server has said what there is. */
  answers = $state(0);
  /** Nothing is known of the period yet. */
  waiting = $state(false);
  #period: Period | null = null;
  #beside: Period[] = [];
  #kept = new Map<string, Kept>();
  #copied = 0;
  #fresh = '';
  #changes = new Changes(() => void this.#changed());
  #later: ReturnType<typeof setTimeout> | undefined;

  get calendars(): Calendar[] {
    return shelf.calendars;
  }

  get shown(): CalendarEvent[] {
    return this.events.filter(
      (event) => shelf.sees(event.calendarId) && (preferences.declined || event.myStatus !== 'declined'),
    );
  }

  colour(event: CalendarEvent): string {
    return event.color ?? shelf.colourOf(event.calendarId) ?? '#1f6f5b';
  }

  async open(): Promise<void> {
    await shelf.load().catch((refusal) => this.#failed(refusal));
    this.#changes.open();
  }

  close(): void {
    this.#changes.close();
    clearTimeout(this.#later);
    this.#kept.clear();
    this.#copied = 0;
    this.events = [];
    this.busy = [];
    this.#period = null;
  }

  /** Shows what is known of the period at once, else what the server says; its neighbours are fetched when there is time. */
  async show(period: Period, beside: Period[] = []): Promise<void> {
    const last = this.#period;
    this.#period = period;
    this.#beside = beside;
    const known = this.#known(period);
    if (!known && last && goesOn(last, period)) return this.#scrolled(period);
    this.waiting = !known;
    this.events = known?.items ?? [];
    const fresh = known && this.#isFresh(known);
    if (!fresh || shelf.colleagues.length)
      await this.refresh(); // of others' times nothing is heard
    else this.#alone();
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.#prepare(), known ? LATER : 300);
  }

  /** What is known of it stays in sight; the server is asked when the scrolling has come to rest. */
  #scrolled(period: Period): void {
    const all = [this.events, ...[...this.#kept.values()].map(({ items }) => items)].flat();
    const once = new Map(within(all, period).map((one) => [`${one.id} ${one.instance}`, one]));
    this.waiting = false;
    this.events = [...once.values()];
    clearTimeout(this.#later);
    this.#later = setTimeout(() => void this.refresh().then(() => this.#prepare()), REST);
  }

  async refresh(): Promise<void> {
    const period = this.#period;
    if (!period) return;
    try {
      const [items, others] = await Promise.all([this.#read(period), this.#availability(period)]);
      this.#keep(period, items);
      this.answers++;
      this.#fresh = clock(now(session.zone));
      this.asOf = null;
      if (this.#period !== period) return;
      if (JSON.stringify(items) !== JSON.stringify(this.events)) this.events = items; // else all would be drawn anew
      firstView();
      this.busy = others.flatMap((one) => one.busy.map((busy) => ({ ...busy, who: one.who })));
      this.hours = Object.fromEntries(others.map((one) => [one.who, one.workingHours ?? []]));
    } catch (refusal) {
      await this.#failed(refusal, period);
    } finally {
      if (this.#period === period) this.waiting = false;
    }
  }

  /** Draws a change before the server has said yes; the next refresh brings the truth. */
  draw(event: CalendarEvent, change: Partial<CalendarEvent>): void {
    this.events = this.events.map((one) =>
      one.id === event.id && one.instance === event.instance ? { ...one, ...change } : one,
    );
  }

  /** The version that is known now; others may have made it since the event was drawn. */
  etagOf({ id, etag }: CalendarEvent): string {
    return this.events.find((one) => one.id === id)?.etag ?? etag;
  }

  /** What was fetched for the period, or for a longer one that holds it: the weeks of a month are known with it. */
  #known(period: Period): Kept | undefined {
    const kept = this.#kept.get(keyOf(period));
    if (kept) return kept;
    for (const [key, { items, at }] of this.#kept) {
      const [from, to] = [key.slice(0, 10), key.slice(10, 20)];
      const holds = from <= period.from && to >= period.to && key.slice(20) === session.zone;
      if (holds) return { items: within(items, period), at };
    }
    return undefined;
  }

  #isFresh({ at }: Kept): boolean {
    return this.#changes.hears && this.asOf === null && Date.now() - at < FRESH;
  }

  /** Nobody else's time is seen. */
  #alone(): void {
    if (this.busy.length) this.busy = [];
    if (Object.keys(this.hours).length) this.hours = {};
  }

  async #changed(): Promise<void> {
    const own = this.#period;
    this.#kept.clear();
    this.#copied = 0;
    await this.refresh();
    if (own === this.#period) this.#later = setTimeout(() => void this.#prepare(), LATER);
  }

  #keep(period: Period, items: CalendarEvent[]): void {
    this.#kept.delete(keyOf(period));
    this.#kept.set(keyOf(period), { items, at: Date.now() });
    const oldest = this.#kept.keys().next().value;
    if (this.#kept.size > KEPT && oldest) this.#kept.delete(oldest);
  }

  /** Fetches the neighbours and what is readable offline. A failure here is nobody's trouble. */
  async #prepare(): Promise<void> {
    try {
      for (const period of this.#beside) {
        const known = this.#known(period);
        if (!known || !this.#isFresh(known)) this.#keep(period, await this.#read(period));
      }
      if (Date.now() - this.#copied < FRESH) return;
      const day = today(session.zone);
      const events = await this.#read({ from: addDays(day, -BEHIND), to: addDays(day, AHEAD) });
      if (!this.#period || !session.user) return;
      this.#copied = Date.now();
      await keepSnapshot({ user: session.user, at: now(session.zone), calendars: shelf.calendars, events });
    } catch {
      return;
    }
  }

  async #failed(refusal: unknown, period: Period | null = null): Promise<void> {
    if (!(refusal instanceof Refusal) || refusal.status !== 0) throw refusal;
    const kept = await keptSnapshot();
    const snapshot = kept?.user.id === session.user?.id ? kept : null;
    this.asOf = this.#fresh || (snapshot ? moment(snapshot.at) : '');
    if (snapshot && !shelf.calendars.length) shelf.calendars = snapshot.calendars;
    if (!period || this.#kept.has(keyOf(period)) || !snapshot) return;
    const falls = ({ start, end }: CalendarEvent) =>
      toWall(start, session.zone) < period.to && toWall(end, session.zone) > period.from;
    if (this.#period === period) this.events = snapshot.events.filter(falls);
  }

  async #read(period: Period): Promise<CalendarEvent[]> {
    const from = instantOf(period.from, session.zone);
    const to = instantOf(period.to, session.zone);
    const items: CalendarEvent[] = [];
    let cursor: string | null = null;
    do {
      const page: Page<CalendarEvent> = await api.get('/events', { from, to, limit: 1000, cursor });
      items.push(...page.items);
      cursor = page.nextCursor;
    } while (cursor);
    return items;
  }

  async #availability(period: Period): Promise<Availability[]> {
    const who = shelf.colleagues.map(({ address }) => address);
    if (!who.length) return [];
    const range = { from: instantOf(period.from, session.zone), to: instantOf(period.to, session.zone) };
    return (await api.post<{ items: Availability[] }>('/freebusy', { who, ...range })).items;
  }
}

/** The days, as somebody in that zone has them. */
function keyOf({ from, to }: Period): string {
  return from + to + session.zone;
}

/** The hour of today, or the day with it. */
function moment(wall: string): string {
  const hour = clock(wall);
  return wall.slice(0, 10) === today(session.zone) ? hour : `${dayWords(wall, words.language)}, ${hour}`;
}

export const store = new Store();
