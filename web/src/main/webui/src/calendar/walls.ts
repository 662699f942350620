import type { CalendarEvent, Moment } from '../api/types';
import { session } from '../session/session.svelte';
import { addDays, toWall } from '../time/zones';

export interface Walls {
  zone: string;
  start: string;
  end: string;
}

const known = new WeakMap<CalendarEvent, Walls>();

/** When an event is, on the wall clock of the display zone; reckoned once for each event and zone. */
export function wallsOf(event: CalendarEvent): Walls {
  const zone = session.zone;
  const kept = known.get(event);
  if (kept?.zone === zone) return kept;
  const fresh = { zone, start: wall(event.start, zone), end: wall(event.end, zone) };
  known.set(event, fresh);
  return fresh;
}

/** In the event's own zone the wall clock is what the server said. */
function wall(moment: Moment, zone: string): string {
  const { dateTime } = moment;
  return dateTime?.length === 19 && moment.timeZone === zone ? dateTime : toWall(moment, zone);
}

/** The events of each day on which there are any, in the order of their beginnings. */
export function byDay(events: CalendarEvent[], from: string, to: string): Map<string, CalendarEvent[]> {
  const days = new Map<string, CalendarEvent[]>();
  const sorted = [...events].sort((one, other) => wallsOf(one).start.localeCompare(wallsOf(other).start));
  for (const event of sorted) {
    const { start, end } = wallsOf(event);
    let day = start.slice(0, 10) < from ? from : start.slice(0, 10);
    do {
      const there = days.get(day);
      if (there) there.push(event);
      else days.set(day, [event]);
      if (end.slice(0, 10) === day) break;
      day = addDays(day, 1);
    } while (day < to && (end.length === 10 ? day < end : `${day}T00:00:00` < end));
  }
  return days;
}

/** The events that touch a period. */
export function within(events: CalendarEvent[], { from, to }: { from: string; to: string }): CalendarEvent[] {
  return events.filter((event) => {
    const { start, end } = wallsOf(event);
    return start < to && (end > from || start >= from);
  });
}
