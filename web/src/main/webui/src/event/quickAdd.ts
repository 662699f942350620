import { Temporal } from 'temporal-polyfill';
import { addDays, addMinutes } from '../time/zones';
import { dayIn, lengthIn, timesIn, type Found } from './quickWords';

/** One line of text as an event: «завтра 15:00 созвон с Иваном 45 мин». Guessed, so it is shown before it is saved. */

export interface Quick {
  title: string;
  allDay: boolean;
  /** Wall clocks; of an all-day event the days, the end exclusive. */
  start: string;
  end: string;
  /** Beginnings of names, to be looked up in the directory. */
  people: string[];
  place: string;
}

const NAME = "\\p{Lu}[\\p{L}'-]+";
const WITH = new RegExp(
  `(?<![\\p{L}\\d])(?:с|со|with)\\s+(${NAME}(?:\\s+${NAME})?(?:\\s*(?:,|и|and|&)\\s*${NAME}(?:\\s+${NAME})?)*)`,
  'u',
);
const PLACE = /(?:^|\s)@(\S+(?:\s+\p{Lu}\S*)*)/u;

/** «Иваном» → «Иван»: enough for a search by the beginning of a word. */
export function stem(name: string): string {
  return name
    .split(/\s+/)
    .map((word) => (word.length > 3 ? word.replace(/(?:ом|ем|ём|ой|ей|ым|ью)$/u, '') : word))
    .join(' ');
}

function peopleIn(text: string): string[] {
  const match = WITH.exec(text);
  if (!match?.[1]) return [];
  return match[1].split(/\s*(?:,|(?<=\s)и(?=\s)|(?<=\s)and(?=\s)|&)\s*/u).map((name) => stem(name.trim()));
}

function cut(text: string, found: Found<unknown> | null): string {
  return found ? `${text.slice(0, found.at)} ${text.slice(found.at + found.length)}` : text;
}

function tidy(text: string): string {
  const title = text
    .replace(/\s+/g, ' ')
    .replace(/\s+([,.;])/g, '$1')
    .replace(/^[\s,.;–-]+|[\s,;–-]+$/g, '');
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** @param now the wall clock of whoever types, `2026-11-24T20:15:00` */
export function quick(text: string, now: string): Quick | null {
  let rest = text.trim();
  if (!rest) return null;
  const place = PLACE.exec(rest);
  if (place) rest = rest.replace(place[0], ' ');
  const day = dayIn(rest, now.slice(0, 10));
  rest = cut(rest, day);
  const times = timesIn(rest);
  rest = cut(rest, times);
  const length = lengthIn(rest);
  rest = cut(rest, length);
  const span = when(day?.value ?? null, times?.value ?? null, length?.value ?? null, now);
  return { title: tidy(rest), people: peopleIn(rest), place: place?.[1] ?? '', ...span };
}

function when(
  day: string | null,
  times: { from: string; to: string | null } | null,
  minutes: number | null,
  now: string,
): Pick<Quick, 'allDay' | 'start' | 'end'> {
  if (!times && day && !minutes) return { allDay: true, start: day, end: addDays(day, 1) };
  const start = startOf(day, times?.from ?? null, now);
  if (!times?.to) return { allDay: false, start, end: addMinutes(start, minutes ?? 60) };
  const end = `${start.slice(0, 10)}T${times.to}:00`;
  return { allDay: false, start, end: end > start ? end : addMinutes(end, 1440) };
}

/** Without a day the next time that it is so late; without a time the next full hour. */
function startOf(day: string | null, time: string | null, now: string): string {
  if (time) {
    const start = `${day ?? now.slice(0, 10)}T${time}:00`;
    return day || start > now ? start : addMinutes(start, 1440);
  }
  if (day && day > now.slice(0, 10)) return `${day}T10:00:00`;
  const hour = Temporal.PlainDateTime.from(now).round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  return hour.toString({ smallestUnit: 'second' });
}
