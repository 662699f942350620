import { api, Refusal } from '../api/client';
import type { Calendar, CalendarEvent } from '../api/types';
import { session } from '../session/session.svelte';
import { instantOf } from '../time/zones';
import type { Period } from './period';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** What the shown period holds, kept fresh by the stream of changes. */
class Store {
  calendars = $state<Calendar[]>([]);
  events = $state.raw<CalendarEvent[]>([]);
  hidden = $state<string[]>(JSON.parse(localStorage.getItem('kalends.hidden') ?? '[]') as string[]);
  offline = $state(false);
  #period: Period | null = null;
  #kept = new Map<string, CalendarEvent[]>();
  #stream: EventSource | null = null;
  #later = 0;

  get shown(): CalendarEvent[] {
    return this.events.filter((event) => !this.hidden.includes(event.calendarId));
  }

  colour(event: CalendarEvent): string {
    return event.color ?? this.calendars.find((one) => one.id === event.calendarId)?.color ?? '#1f6f5b';
  }

  toggle(id: string): void {
    this.hidden = this.hidden.includes(id) ? this.hidden.filter((one) => one !== id) : [...this.hidden, id];
    localStorage.setItem('kalends.hidden', JSON.stringify(this.hidden));
  }

  async open(): Promise<void> {
    this.calendars = (await api.get<Page<Calendar>>('/calendars')).items;
    this.#stream = new EventSource('/api/v1/changes');
    this.#stream.addEventListener('change', () => {
      clearTimeout(this.#later);
      this.#later = setTimeout(() => void this.refresh(), 150);
    });
  }

  close(): void {
    this.#stream?.close();
    this.#kept.clear();
    this.events = [];
  }

  /** Shows what is known of the period at once, then what the server says. */
  async show(period: Period): Promise<void> {
    this.#period = period;
    const known = this.#kept.get(period.from + period.to);
    if (known) this.events = known;
    await this.refresh();
  }

  async refresh(): Promise<void> {
    const period = this.#period;
    if (!period) return;
    try {
      const items = await this.#read(period);
      this.#kept.set(period.from + period.to, items);
      if (this.#period === period) this.events = items;
      this.offline = false;
    } catch (refusal) {
      this.offline = true;
      if (refusal instanceof Refusal && refusal.status === 401) session.user = null;
    }
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
}

export const store = new Store();
