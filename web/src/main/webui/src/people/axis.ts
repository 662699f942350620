import { Temporal } from 'temporal-polyfill';
import { addDays, instantOf, toWall } from '../time/zones';
import type { Span } from './invitee';

/** A stretch of days drawn from left to right; places are parts of a hundred. Milliseconds, so that DST days fit. */
export interface Axis {
  from: number;
  to: number;
  days: string[];
  zone: string;
}

export interface Place {
  left: number;
  width: number;
}

export interface Tick {
  left: number;
  label: string;
  day: string;
  midnight: boolean;
}

const HOUR = 3_600_000;
const MINUTE = 60_000;

export function axisOf(day: string, count: number, zone: string): Axis {
  const days = Array.from({ length: count }, (_, index) => addDays(day, index));
  return { from: ms(instantOf(day, zone)), to: ms(instantOf(addDays(day, count), zone)), days, zone };
}

/** Where a span lies; null when no part of it is shown. */
export function place(axis: Axis, start: string | number, end: string | number): Place | null {
  const first = Math.max(ms(start), axis.from);
  const last = Math.min(ms(end), axis.to);
  if (first >= last) return null;
  const whole = axis.to - axis.from;
  return { left: ((first - axis.from) / whole) * 100, width: ((last - first) / whole) * 100 };
}

/** What is not covered by `working`: the hours that are hatched. */
export function off(axis: Axis, working: { start: string; end: string }[]): Place[] {
  const places: Place[] = [];
  let at = axis.from;
  for (const one of [...working].sort((a, b) => ms(a.start) - ms(b.start))) {
    const gap = place(axis, at, ms(one.start));
    if (gap) places.push(gap);
    at = Math.max(at, ms(one.end));
  }
  const rest = place(axis, at, axis.to);
  return rest ? [...places, rest] : places;
}

export function ticks(axis: Axis, hours: number): Tick[] {
  const found: Tick[] = [];
  for (let at = axis.from; at < axis.to; at += HOUR) {
    const wall = toWall({ instant: new Date(at).toISOString() }, axis.zone);
    const hour = Number(wall.slice(11, 13));
    if (wall.slice(14, 16) !== '00' || hour % hours) continue;
    const left = ((at - axis.from) / (axis.to - axis.from)) * 100;
    found.push({ left, label: String(hour), day: wall.slice(0, 10), midnight: hour === 0 });
  }
  return found;
}

/** The span moved so that it begins at `start`, caught at quarters of an hour; its length stays. */
export function movedTo(span: Span, start: number): Span {
  const length = ms(instantOf(span.end, span.zone)) - ms(instantOf(span.start, span.zone));
  const caught = Math.round(start / (15 * MINUTE)) * 15 * MINUTE;
  return { ...span, start: wall(caught, span.zone), end: wall(caught + length, span.zone) };
}

/** Minutes later; days of an all-day event move by whole days. */
export function shifted(span: Span, minutes: number): Span {
  if (span.start.length === 10) {
    const days = Math.sign(minutes) * Math.max(1, Math.round(Math.abs(minutes) / 1440));
    return { ...span, start: addDays(span.start, days), end: addDays(span.end, days) };
  }
  if (Math.abs(minutes) >= 1440) return { ...span, start: later(span.start, minutes), end: later(span.end, minutes) };
  return movedTo(span, ms(instantOf(span.start, span.zone)) + minutes * MINUTE);
}

/** A longer or shorter one; never under a quarter of an hour. */
export function stretched(span: Span, minutes: number): Span {
  if (span.start.length === 10) return span;
  const least = ms(instantOf(span.start, span.zone)) + 15 * MINUTE;
  const end = ms(instantOf(span.end, span.zone)) + minutes * MINUTE;
  return { ...span, end: wall(Math.max(least, end), span.zone) };
}

/** Days keep their wall clock. */
function later(local: string, minutes: number): string {
  return Temporal.PlainDateTime.from(local)
    .add({ days: Math.round(minutes / 1440) })
    .toString({ smallestUnit: 'second' });
}

export function wall(at: number, zone: string): string {
  return toWall({ instant: new Date(at).toISOString() }, zone);
}

export function ms(moment: string | number): number {
  return typeof moment === 'number' ? moment : Date.parse(moment);
}
