import { api } from '../api/client';
import type { Availability } from '../api/types';
import { ms, type Axis } from './axis';
import { standing, type Standing } from './busy.svelte';
import type { Invitee, Range, Span } from './invitee';

/** A line of the grid. */
export interface Row extends Invitee {
  /** `me`, who plans, comes first; then the required, the optional, the rooms. */
  part: 'me' | 'required' | 'optional' | 'room';
}

export interface Slot {
  start: string;
  end: string;
  missingOptional: number;
}

const MOST = 200;

/** Everybody's time within what the grid shows. */
export class Schedule {
  times = $state.raw(new Map<string, Availability>());
  asking = $state(false);
  failed = $state(false);
  slots = $state.raw<Slot[] | null>(null);

  async show(rows: Row[], axis: Axis, except: string, signal: AbortSignal): Promise<void> {
    const who = rows
      .filter((one) => one.kind !== 'group')
      .map((one) => one.address)
      .slice(0, MOST);
    if (!who.length) return;
    this.asking = true;
    try {
      const question = { who, ...rangeOf(axis), ...(except ? { except } : {}) };
      const answer = await api.post<{ items: Availability[] }>('/freebusy', question, undefined, signal);
      this.times = new Map(answer.items.map((one) => [one.who, one]));
      this.failed = false;
    } catch {
      this.failed = !signal.aborted;
    }
    if (!signal.aborted) this.asking = false;
  }

  async suggest(wish: Record<string, unknown>, signal: AbortSignal): Promise<void> {
    this.slots = null;
    const answer = await api
      .post<{ items: Slot[] }>('/freebusy/suggestions', wish, undefined, signal)
      .catch(() => ({ items: [] as Slot[] }));
    if (!signal.aborted) this.slots = answer.items;
  }

  /** How the time of one stands within a span. */
  standing(address: string, from: number, to: number): Standing {
    const time = this.times.get(address);
    if (!time) return 'checking';
    if (!time.known) return 'unknown';
    return standing(time.busy.filter((one) => ms(one.start) < to && ms(one.end) > from));
  }
}

function rangeOf(axis: Axis): Range {
  return { from: new Date(axis.from).toISOString(), to: new Date(axis.to).toISOString() };
}

/** Whoever plans, those who must come, those who may, and rooms. */
export function rowsOf(me: Invitee, attendees: Invitee[], rooms: Invitee[]): Row[] {
  const people = attendees.filter((one) => one.kind !== 'room' && one.address !== me.address);
  return [
    { ...me, part: 'me' as const },
    ...people.filter((one) => !one.optional).map((one) => ({ ...one, part: 'required' as const })),
    ...people.filter((one) => one.optional).map((one) => ({ ...one, part: 'optional' as const })),
    ...rooms.map((one) => ({ ...one, part: 'room' as const })),
  ];
}

/** ISO 8601 length of a timed span. */
export function lengthOf(span: Span, from: number, to: number): string {
  return span.start.length === 10 ? 'P1D' : `PT${Math.round((to - from) / 60_000)}M`;
}
