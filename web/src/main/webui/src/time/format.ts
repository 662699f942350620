import { Temporal } from 'temporal-polyfill';
import type { Language } from '../i18n/index.svelte';
import { preferences } from '../settings/preferences.svelte';

/** Wall clocks and days in words. All arguments are local to the display zone already. */

function date(wall: string): Date {
  return new Date(Number(wall.slice(0, 4)), Number(wall.slice(5, 7)) - 1, Number(wall.slice(8, 10)));
}

const formats = new Map<string, Intl.DateTimeFormat>();
const said = new Map<string, string>();
const MOST = 2000;

/** Making a format costs more than all that a view says with it. */
function formatOf(language: Language, options: Intl.DateTimeFormatOptions, key: string): Intl.DateTimeFormat {
  const kept = formats.get(key);
  if (kept) return kept;
  const made = new Intl.DateTimeFormat(language, options);
  formats.set(key, made);
  return made;
}

/** A day in words: the same few days are said for hundreds of events. */
function inWords(wall: string, language: Language, options: Intl.DateTimeFormatOptions): string {
  const style = language + JSON.stringify(options);
  const key = wall.slice(0, 10) + style;
  const kept = said.get(key);
  if (kept !== undefined) return kept;
  if (said.size > MOST) said.clear();
  const text = formatOf(language, options, style).format(date(wall));
  said.set(key, text);
  return text;
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
  const text = inWords(wall, language, { weekday: 'short', day: 'numeric', month: 'long', year });
  return text.replace(/\s*г\.$/, '');
}

/** «ср, 25 нояб.». */
export function shortDay(wall: string, language: Language): string {
  return inWords(wall, language, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** «1 дек.». */
export function dayAndMonth(wall: string, language: Language): string {
  return inWords(wall, language, { day: 'numeric', month: 'short' });
}

export function fullDay(wall: string, language: Language): string {
  return inWords(wall, language, { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' });
}

export function month(wall: string, language: Language): string {
  const text = inWords(wall, language, { month: 'long', year: 'numeric' }).replace(/\s*г\.$/, '');
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «24–30 ноября 2026». */
export function days(first: string, last: string, language: Language): string {
  const options = { day: 'numeric', month: 'long', year: 'numeric' } as const;
  return formatOf(language, options, `${language} range`)
    .formatRange(date(first), date(last))
    .replace(/\s*г\.$/, '');
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
  return inWords(day, language, { weekday });
}

/** «Нояб.»: where there is little room. */
export function briefMonth(day: string, language: Language): string {
  const text = inWords(day, language, { month: 'short' });
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** «Ноябрь», without a year. */
export function monthName(day: string, language: Language): string {
  const text = inWords(day, language, { month: 'long' });
  return text.charAt(0).toUpperCase() + text.slice(1);
}
