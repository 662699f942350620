import { Temporal } from 'temporal-polyfill';
import type { Moment } from '../api/types';

/*
 * The grid draws wall clocks: it is fed with local times of the display zone that carry no offset, because a fixed
 * offset would be wrong on the other side of a change of daylight saving time.
 */

/** A moment as the display zone's wall clock, `2026-12-01T10:00:00`; a day stays a day. */
export function toWall(moment: Moment, zone: string): string {
  if (moment.date) return moment.date;
  const instant = moment.instant
    ? Temporal.Instant.from(moment.instant)
    : Temporal.PlainDateTime.from(moment.dateTime ?? '')
        .toZonedDateTime(moment.timeZone ?? zone)
        .toInstant();
  return instant.toZonedDateTimeISO(zone).toPlainDateTime().toString({ smallestUnit: 'second' });
}

/** A wall clock of the display zone as a moment in `target` (the event's own zone); a gap moves forward. */
export function fromWall(wall: string, zone: string, target: string = zone): Moment {
  if (wall.length === 10) return { date: wall };
  const zoned = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone, { disambiguation: 'compatible' });
  return {
    dateTime: zoned.withTimeZone(target).toPlainDateTime().toString({ smallestUnit: 'second' }),
    timeZone: target,
  };
}

/** The instant of a wall clock or of a day's first moment, RFC 3339. */
export function instantOf(wall: string, zone: string): string {
  const local = Temporal.PlainDateTime.from(wall.length === 10 ? `${wall}T00:00` : wall);
  return local.toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant().toString();
}

/** What the grid calls a date: its local parts are the wall clock. */
export function wallOfDate(date: Date): string {
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  return `${day}T${two(date.getHours())}:${two(date.getMinutes())}:${two(date.getSeconds())}`;
}

export function today(zone: string): string {
  return Temporal.Now.plainDateISO(zone).toString();
}

export function now(zone: string): string {
  return Temporal.Now.plainDateTimeISO(zone).toString({ smallestUnit: 'second' });
}

export function addDays(day: string, days: number): string {
  return Temporal.PlainDate.from(day.slice(0, 10)).add({ days }).toString();
}

/** Minutes later on the wall clock. */
export function addMinutes(wall: string, minutes: number): string {
  return Temporal.PlainDateTime.from(wall).add({ minutes }).toString({ smallestUnit: 'second' });
}

export function minutesBetween(from: string, to: string): number {
  return Temporal.PlainDateTime.from(from).until(Temporal.PlainDateTime.from(to), { largestUnit: 'minutes' }).minutes;
}

/** The present offset such as `+03:00`, so that the grid's now line is right. */
export function presentOffset(zone: string): string {
  return Temporal.Now.zonedDateTimeISO(zone).offset;
}

/** Minutes of the day as `09:30:00`. */
export function clockTime(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:00`;
}
