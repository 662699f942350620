import { api, Refusal } from '../api/client';
import type { Holder } from '../api/types';
import { live, ofLock } from '../calendar/live';
import { session } from '../session/session.svelte';

export interface Lock {
  holder: Holder;
  until: string;
}

/** A clock that is wrong must not make a question of every moment. */
const SHORTEST = 5_000;
const LONGEST = 300_000;

/**
 * Follows who else edits an event. The server tells when a lock is taken and when it is given back; one that is not
 * given back ends at a time that is known, and is looked at again then.
 */
export class LockWatch {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #ended = false;
  readonly #deafen: () => void;

  /** @param told who edits now; null for nobody but oneself */
  constructor(
    private readonly event: string,
    private readonly told: (lock: Lock | null) => void,
  ) {
    this.#deafen = live.of(event, (kind) => (ofLock(kind) || kind === 'missed') && void this.look());
  }

  async look(): Promise<void> {
    try {
      const lock = await api.get<Partial<Lock>>(`/events/${this.event}/edit-lock`);
      if (this.#ended) return;
      clearTimeout(this.#timer);
      const other = lock.holder && lock.until && lock.holder.address !== session.user?.address;
      if (other) this.until(lock.until as string);
      this.told(other ? (lock as Lock) : null);
    } catch (refusal) {
      if (!this.#ended && refusal instanceof Refusal && refusal.status === 0) this.#after(SHORTEST);
    }
  }

  /** The end of a lock that was heard of elsewhere. */
  until(end: string): void {
    this.#after(Date.parse(end) - Date.now() + 500);
  }

  #after(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.look(), Math.min(Math.max(wait, SHORTEST), LONGEST));
  }

  stop(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
    this.#deafen();
  }
}
