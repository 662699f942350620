import { Temporal } from 'temporal-polyfill';
import type { Language } from '../i18n/index.svelte';
import { preferences } from '../settings/preferences.svelte';

/** Wall clocks and days in words. All arguments are local to the display zone already. */

function date(wall: string): Date {
  const at = Temporal.PlainDateTime.from(wall.length === 10 ? `${wall}T00:00` : wall);
  return new Date(at.year, at.month - 1, at.day, at.hour, at.minute);
}

/** `10:00`, or `10:00 AM` where the person wants twelve hours. */
export function clock(wall: string): string {
  const text = wall.slice(11, 16);
  if (!preferences.hour12 || !text) return text;
  const hour = Number(text.slice(0, 2));
  return `${hour % 12 || 12}:${text.slice(3)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** «Москва», `Moscow`: whose time it is, in words. */
export function zoneName(zone: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { timeZone: zone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts().find((part) => part.type === 'timeZoneName')?.value ?? zone;
  return name.replace(/, стандартное время$| Standard Time$| Time$/, '');
}

/** «вт, 24 ноября», with the year where it is not the present one. */
export function day(wall: string, language: Language): string {
  const year = wall.slice(0, 4) === String(new Date().getFullYear()) ? undefined : 'numeric';
  const text = date(wall).toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'long', year });
  return text.replace(/\s*г\.$/, '');
}

/** «ср, 25 нояб.». */
export function shortDay(wall: string, language: Language): string {
  return date(wall).toLocaleDateString(language, { weekday: 'short', day: 'numeric', month: 'short' });
}

export function fullDay(wall: string, language: Language): string {
  return date(wall).toLocaleDateString(language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function month(wall: string, language: Language): string {
  const text = date(wall)
    .toLocaleDateString(language, { month: 'long', year: 'numeric' })
    .replace(/\s*г\.$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «24–30 ноября 2026». */
export function days(first: string, last: string, language: Language): string {
  const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', year: 'numeric' });
  return format.formatRange(date(first), date(last)).replace(/\s*г\.$/, '');
}

/** «вт, 24 ноября, 10:00–11:00», or the days alone. */
export function span(start: string, end: string, language: Language): string {
  if (start.length === 10) {
    const last = Temporal.PlainDate.from(end).subtract({ days: 1 }).toString();
    return last <= start ? day(start, language) : `${day(start, language)} – ${day(last, language)}`;
  }
  const tail = start.slice(0, 10) === end.slice(0, 10) ? clock(end) : `${day(end, language)}, ${clock(end)}`;
  return `${day(start, language)}, ${clock(start)}–${tail}`;
}

export function weekdayName(day: string, language: Language, weekday: 'short' | 'long'): string {
  return date(day).toLocaleDateString(language, { weekday });
}

/** «Ноябрь», or «янв. 2027» of another year than the present one: where there is little room. */
export function briefMonth(day: string, today: string, language: Language): string {
  if (day.slice(0, 4) === today.slice(0, 4)) return monthName(day, language);
  const format = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric' });
  return format.format(date(day)).replace(/\s*г\.$/, '');
}

/** «Ноябрь», without a year. */
export function monthName(day: string, language: Language): string {
  const text = date(day).toLocaleDateString(language, { month: 'long' });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
