import { api } from '../api/client';
import type { Person } from '../api/types';

const PAUSE = 120;
const SHOWN = 8;

/** Finds people as somebody types; an older question is called off by a newer one. */
export class PeopleSearch {
  found = $state.raw<Person[]>([]);
  asked = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: AbortController | null = null;

  /** @param without addresses that are not offered again */
  look(text: string, without: string[], only: (person: Person) => boolean = () => true): void {
    this.stop();
    const asked = text.trim();
    if (!asked) {
      this.found = [];
      this.asked = '';
      return;
    }
    this.#timer = setTimeout(() => void this.#ask(asked, without, only), PAUSE);
  }

  stop(): void {
    clearTimeout(this.#timer);
    this.#running?.abort();
    this.#running = null;
  }

  async #ask(asked: string, without: string[], only: (person: Person) => boolean): Promise<void> {
    const running = new AbortController();
    this.#running = running;
    const query = { q: asked, limit: SHOWN + without.length };
    const answer = await api.get<{ items: Person[] }>('/people', query, running.signal).catch(() => null);
    if (running.signal.aborted || !answer) return;
    this.asked = asked;
    this.found = answer.items.filter((one) => !without.includes(one.address) && only(one)).slice(0, SHOWN);
  }
}
