import { api, Refusal } from '../api/client';
import type { CalendarEvent, Moment } from '../api/types';
import { device } from '../browser/device.svelte';
import { live } from '../calendar/live';
import { t, words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { span } from '../time/format';
import { toWall } from '../time/zones';
import { announcer } from '../ui/announce.svelte';

/** What went off and is not dealt with. */
export interface OpenReminder {
  id: string;
  eventId: string;
  calendarId: string;
  instance: string | null;
  due: string;
  title: string;
  location: string;
  conference: string | null;
  start: Moment;
  end: Moment;
}

export function when(one: OpenReminder): string {
  return span(toWall(one.start, session.zone), toWall(one.end, session.zone), words.language);
}

/**
 * What the server says is open, in every window of the reader. New ones are told by the system as well where he
 * wants it, while no window is looked at; a push of the same has the same tag, so it is shown once.
 */
class Reminders {
  open = $state.raw<OpenReminder[]>([]);
  #stop: (() => void) | null = null;
  #told = new Set<string>();

  watch(): () => void {
    void this.load();
    this.#stop?.();
    this.#stop = live.all((change) => {
      const mine = !change || change.kind === 'reminder' || this.open.some((one) => one.eventId === change.eventId);
      if (mine) void this.load();
    });
    return () => {
      this.#stop?.();
      this.#stop = null;
      this.open = [];
    };
  }

  /** Without the network they stay as they are; the stream asks again when it is back. */
  async load(): Promise<void> {
    try {
      this.open = (await api.get<{ items: OpenReminder[] }>('/reminders')).items;
      this.open.forEach((one) => this.#tell(one));
    } catch (refusal) {
      if (!(refusal instanceof Refusal)) throw refusal;
    }
  }

  async event(one: OpenReminder): Promise<CalendarEvent> {
    return api.get<CalendarEvent>(`/events/${one.eventId}`, { instance: one.instance });
  }

  async dismiss(one: OpenReminder): Promise<void> {
    await this.#done(one, api.remove(`/reminders/${one.id}`));
  }

  async snooze(one: OpenReminder, until: Date): Promise<void> {
    await this.#done(one, api.post(`/reminders/${one.id}/snooze`, { until: until.toISOString() }));
  }

  /** Gone at once; back if the server would not have it. What another window dealt with is done as well. */
  async #done(one: OpenReminder, asked: Promise<unknown>): Promise<void> {
    this.open = this.open.filter((other) => other.id !== one.id);
    try {
      await asked;
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.status === 404) return;
      await this.load();
      throw refusal;
    }
  }

  #tell(one: OpenReminder): void {
    const key = `${one.id} ${one.due}`;
    if (this.#told.has(key)) return;
    this.#told.add(key);
    announcer.say(t('reminderOf', { title: one.title || t('untitled'), when: when(one) }));
    const tag = `${one.eventId} ${one.due}`;
    void device.show({ title: one.title || t('untitled'), body: when(one), tag, url: null });
  }
}

export const reminders = new Reminders();
