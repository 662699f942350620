import { api, Refusal } from '../api/client';
import type { Holder } from '../api/types';

interface Lock {
  holder: Holder;
  until: string;
}

const SHORTEST = 3_000;
const LONGEST = 40_000;

/** The edit lock of one open editor: taken, renewed while it is open, given back at its end. */
export class Lease {
  state = $state<'none' | 'mine' | 'held' | 'free'>('none');
  holder = $state<Holder | null>(null);
  /** It was ours, and was lost while the editor was open. */
  lost = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #gone = () => this.#leave();
  #back = (event: PageTransitionEvent) => event.persisted && this.state === 'mine' && void this.take();

  constructor(private readonly event: string) {
    addEventListener('pagehide', this.#gone);
    addEventListener('pageshow', this.#back);
  }

  /** True when it is ours. Without network the editor goes on: versions decide at the end. */
  async take(): Promise<boolean> {
    try {
      const lock = await api.put<{ until: string }>(`/events/${this.event}/edit-lock`);
      this.state = 'mine';
      this.lost = false;
      this.#after(lock.until, () => void this.take());
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.status === 423) this.heldBy(refusal.problem as unknown as Lock);
      else this.#wait(() => void this.take());
    }
    return this.state === 'mine';
  }

  /** Told by the server: somebody else edits. It is watched until he is done or his time is over. */
  heldBy(lock: Lock): void {
    this.lost = this.state === 'mine';
    this.state = 'held';
    this.holder = { ...lock.holder, until: lock.until };
    this.#wait(() => void this.#look());
  }

  async #look(): Promise<void> {
    const lock = await lockOf(this.event).catch(() => this.holder && { holder: this.holder, until: '' });
    if (this.state !== 'held') return;
    if (!lock) {
      this.state = 'free';
      this.holder = null;
      return;
    }
    if (lock.until) this.holder = { ...lock.holder, until: lock.until };
    this.#wait(() => void this.#look());
  }

  async release(): Promise<void> {
    const mine = this.state === 'mine';
    this.#stop();
    if (mine) await api.remove(`/events/${this.event}/edit-lock`).catch(() => undefined);
  }

  #leave(): void {
    if (this.state === 'mine') api.leave(`/events/${this.event}/edit-lock`);
  }

  #stop(): void {
    this.state = 'none';
    clearTimeout(this.#timer);
    removeEventListener('pagehide', this.#gone);
    removeEventListener('pageshow', this.#back);
  }

  /** In a third of the time that is left, by whatever this machine takes for the time. */
  #after(until: string, work: () => void): void {
    const left = (Date.parse(until) - Date.now()) / 3;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, Math.min(Math.max(left, SHORTEST), LONGEST));
  }

  #wait(work: () => void): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(work, SHORTEST);
  }
}

/** Who edits the event now; null for nobody. */
export async function lockOf(event: string): Promise<Lock | null> {
  const lock = await api.get<Partial<Lock>>(`/events/${event}/edit-lock`);
  return lock.holder && lock.until ? { holder: lock.holder, until: lock.until } : null;
}

/** Whole minutes that are left, at least one. */
export function minutesLeft(until: string | undefined, now: number): number {
  return Math.max(1, Math.ceil((Date.parse(until ?? '') - now) / 60_000) || 1);
}
