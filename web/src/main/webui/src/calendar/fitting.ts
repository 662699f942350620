import type { CalendarEvent } from '../api/types';
import { wallsOf } from './walls';

/** What has room in the cells of a month. */
export interface Fitting {
  shown: CalendarEvent[];
  /** How many events of a day are not drawn. */
  hidden: Map<string, number>;
}

interface Placed {
  event: CalendarEvent;
  days: string[];
  line: number;
}

const WEEK = 7;

/**
 * Leaves out what a cell of so many lines has no room for, so that hundreds of events are not drawn to be hidden. Lines
 * are given out as the grid component gives them out: in the order of beginnings, below what already passes there. A day
 * with more than fits keeps its last line for the words that say how many there are.
 */
export function fitting(events: CalendarEvent[], days: string[], lines: number): Fitting {
  const sorted = [...events].sort(byStart);
  const left = new Set<CalendarEvent>();
  const hidden = new Map<string, number>();
  for (let at = 0; at < days.length; at += WEEK) {
    const placed = place(sorted, days.slice(at, at + WEEK));
    const full = new Set(placed.filter(({ line }) => line >= lines).flatMap((one) => one.days));
    for (const { event, days: its, line } of placed) {
      if (line < lines - 1 || (line < lines && !its.some((day) => full.has(day)))) continue;
      left.add(event);
      for (const day of its) {
        hidden.set(day, (hidden.get(day) ?? 0) + 1);
        full.add(day);
      }
    }
  }
  return { shown: events.filter((event) => !left.has(event)), hidden };
}

function byStart(one: CalendarEvent, other: CalendarEvent): number {
  const [a, b] = [startOf(one), startOf(other)];
  return a === b ? Number(Boolean(other.start.date)) - Number(Boolean(one.start.date)) : a < b ? -1 : 1;
}

function startOf(event: CalendarEvent): string {
  const { start } = wallsOf(event);
  return start.length === 10 ? `${start}T00:00:00` : start;
}

function place(sorted: CalendarEvent[], week: string[]): Placed[] {
  const below = new Map<string, number>();
  const passing = new Map<string, Set<number>>();
  return sorted.flatMap((event) => {
    const days = week.filter((day) => falls(event, day));
    const [first] = days;
    if (!first) return [];
    let line = below.get(first) ?? 0;
    while (passing.get(first)?.has(line)) line++;
    below.set(first, line + 1);
    for (const day of days.slice(1)) passing.set(day, (passing.get(day) ?? new Set()).add(line));
    return [{ event, days, line }];
  });
}

function falls(event: CalendarEvent, day: string): boolean {
  const { start, end } = wallsOf(event);
  const from = start.slice(0, 10);
  if (from > day) return false;
  return from === day || (end.length === 10 ? end > day : end > `${day}T00:00:00`);
}
