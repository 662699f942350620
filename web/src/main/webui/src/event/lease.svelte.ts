import { api, Refusal } from '../api/client';
import type { Holder } from '../api/types';
import { LockWatch, type Lock } from './lockWatch';

const SHORTEST = 3_000;
const LONGEST = 40_000;

/** The edit lock of one open editor: taken, renewed while it is open, given back at its end. */
export class Lease {
  state = $state<'none' | 'mine' | 'held' | 'free'>('none');
  holder = $state<Holder | null>(null);
  /** It was ours, and was lost while the editor was open. */
  lost = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;
  #watch: LockWatch | null = null;
  #ended = false;
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
      if (this.#ended) this.#giveBack();
      else this.#mine(lock.until);
    } catch (refusal) {
      if (this.#ended) return false;
      if (refusal instanceof Refusal && refusal.status === 423) this.heldBy(refusal.problem as unknown as Lock);
      else this.#after(SHORTEST);
    }
    return this.state === 'mine';
  }

  #mine(until: string): void {
    this.#unwatch();
    this.state = 'mine';
    this.lost = false;
    this.#after(Math.min(Math.max((Date.parse(until) - Date.now()) / 3, SHORTEST), LONGEST));
  }

  /** Told by the server: somebody else edits. He is watched until he is done or his time is over. */
  heldBy(lock: Lock): void {
    clearTimeout(this.#timer);
    this.lost ||= this.state === 'mine';
    this.state = 'held';
    this.holder = { ...lock.holder, until: lock.until };
    this.#watch ??= new LockWatch(this.event, (now) => (now ? this.heldBy(now) : this.#free()));
    this.#watch.until(lock.until);
  }

  #free(): void {
    this.state = 'free';
    this.holder = null;
  }

  async release(): Promise<void> {
    const mine = this.state === 'mine';
    this.#stop();
    if (mine) await this.#giveBack();
  }

  #giveBack(): Promise<unknown> {
    return api.remove(`/events/${this.event}/edit-lock`).catch(() => undefined);
  }

  #leave(): void {
    if (this.state === 'mine') api.leave(`/events/${this.event}/edit-lock`);
  }

  #stop(): void {
    this.#ended = true;
    this.state = 'none';
    clearTimeout(this.#timer);
    this.#unwatch();
    removeEventListener('pagehide', this.#gone);
    removeEventListener('pageshow', this.#back);
  }

  #unwatch(): void {
    this.#watch?.stop();
    this.#watch = null;
  }

  #after(wait: number): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.take(), wait);
  }
}

/** Whole minutes that are left, at least one. */
export function minutesLeft(until: string | undefined, now: number): number {
  return Math.max(1, Math.ceil((Date.parse(until ?? '') - now) / 60_000) || 1);
}
