import { api } from '../api/client';
import type { CalendarEvent } from '../api/types';

/** Invitations that wait for my answer, each series once, the soonest first. */
class Inbox {
  waiting = $state.raw<CalendarEvent[]>([]);
  told = $state(false);
  failed = $state(false);
  #running: AbortController | null = null;

  async refresh(): Promise<void> {
    this.#running?.abort();
    const running = new AbortController();
    this.#running = running;
    try {
      const page = await api.get<{ items: CalendarEvent[] }>('/invitations', {}, running.signal);
      this.waiting = page.items;
      this.told = true;
      this.failed = false;
    } catch {
      if (!running.signal.aborted) this.failed = true;
    }
  }

  /** At once, before the server has been asked again. */
  answered(event: CalendarEvent): void {
    this.waiting = this.waiting.filter((one) => one.id !== event.id || one.instance !== event.instance);
  }
}

export const inbox = new Inbox();
