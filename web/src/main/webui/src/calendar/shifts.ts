import type { CalendarEvent } from '../api/types';
import { session } from '../session/session.svelte';
import { addDays, addMinutes, fromWall, toWall } from '../time/zones';
import { keyOf } from './drawn';
import { store } from './store.svelte';

export type Shift = { days: number } | { minutes: number };

/** A key pressed again within this time goes on with the same move. */
const PAUSE = 700;

interface Pending {
  event: CalendarEvent;
  start: string;
  end: string;
}

/** Several presses of a key are one move: drawn at once, sent when the person pauses. */
export class Shifts {
  #pending: Pending | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly send: (event: CalendarEvent, start: string, end: string) => void) {}

  /** Null where it would end before it starts. */
  shift(event: CalendarEvent, by: Shift, what: 'whole' | 'end'): Pending | null {
    if (this.#pending && keyOf(this.#pending.event) !== keyOf(event)) this.#flush();
    const from = this.#pending ?? {
      event,
      start: toWall(event.start, session.zone),
      end: toWall(event.end, session.zone),
    };
    const next = { ...from, start: what === 'whole' ? later(from.start, by) : from.start, end: later(from.end, by) };
    if (next.end <= next.start) return null;
    this.#pending = next;
    store.draw(event, {
      start: fromWall(next.start, session.zone, event.start.timeZone),
      end: fromWall(next.end, session.zone, event.end.timeZone),
    });
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#flush(), PAUSE);
    return next;
  }

  #flush(): void {
    clearTimeout(this.#timer);
    const pending = this.#pending;
    this.#pending = null;
    if (pending) this.send(pending.event, pending.start, pending.end);
  }
}

function later(wall: string, by: Shift): string {
  if (wall.length === 10) return addDays(wall, 'days' in by ? by.days : 0);
  return 'days' in by ? addDays(wall, by.days) + wall.slice(10) : addMinutes(wall, by.minutes);
}
