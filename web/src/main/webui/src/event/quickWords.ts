import { Temporal } from 'temporal-polyfill';
import { addDays } from '../time/zones';

/** Days, times and lengths inside a line of Russian or English text. */

export interface Found<T> {
  value: T;
  at: number;
  length: number;
}

const FROM = '(?<![\\p{L}\\d.:])';
const TO = '(?![\\p{L}\\d])';
/** Monday first; longer words before what they begin with. */
const WEEKDAYS = [
  'понедельник|пн|monday|mon',
  'вторник|вт|tuesday|tue',
  'среду|среда|ср|wednesday|wed',
  'четверг|чт|thursday|thu',
  'пятницу|пятница|пт|friday|fri',
  'субботу|суббота|сб|saturday|sat',
  'воскресенье|вс|sunday|sun',
];
const MONTHS = [
  'января|янв|january|jan',
  'февраля|фев|february|feb',
  'марта|мар|march|mar',
  'апреля|апр|april|apr',
  'мая|may',
  'июня|июн|june|jun',
  'июля|июл|july|jul',
  'августа|авг|august|aug',
  'сентября|сен|september|sep',
  'октября|окт|october|oct',
  'ноября|ноя|november|nov',
  'декабря|дек|december|dec',
];

function find(text: string, pattern: string): RegExpExecArray | null {
  return new RegExp(FROM + pattern + TO, 'iu').exec(text);
}

function found<T>(match: RegExpExecArray, value: T | null): Found<T> | null {
  return value === null ? null : { value, at: match.index, length: match[0].length };
}

/** A rule by which words are read; the first that finds something wins. */
type Reader<T> = [pattern: string, value: (match: RegExpExecArray) => T | null];

function first<T>(text: string, readers: Reader<T>[]): Found<T> | null {
  for (const [pattern, value] of readers) {
    const match = find(text, pattern);
    const result = match && found(match, value(match));
    if (result) return result;
  }
  return null;
}

/** The day of the month in this year, or in the next one when it is over. */
function dated(today: string, day: number, month: number, year?: string): string | null {
  const from = Temporal.PlainDate.from(today);
  try {
    const full = year ? Number(year.length === 2 ? `20${year}` : year) : from.year;
    const date = Temporal.PlainDate.from({ year: full, month, day }, { overflow: 'reject' });
    const past = !year && Temporal.PlainDate.compare(date, from) < 0;
    return (past ? date.add({ years: 1 }) : date).toString();
  } catch {
    return null;
  }
}

/** The next one of that weekday, today counts; «следующую» is the one of the next week. */
function next(today: string, weekday: number, afterThisWeek: boolean): string {
  const now = Temporal.PlainDate.from(today).dayOfWeek;
  const ahead = (weekday - now + 7) % 7;
  return addDays(today, afterThisWeek ? 7 - now + weekday : ahead);
}

export function dayIn(text: string, today: string): Found<string> | null {
  const month = `(${MONTHS.join('|')})`;
  const monthOf = (name = '') => MONTHS.findIndex((one) => one.split('|').includes(name.toLowerCase())) + 1;
  const weekdays = WEEKDAYS.map<Reader<string>>((names, i) => [
    `(?:(?:во?|on)\\s+)?(следующ\\p{L}+\\s+|next\\s+)?(?:${names})`,
    (match) => next(today, i + 1, Boolean(match[1])),
  ]);
  return first(text, [
    ['(?:послезавтра|(?:the\\s+)?day after tomorrow)', () => addDays(today, 2)],
    ['(?:завтра|tomorrow)', () => addDays(today, 1)],
    ['(?:сегодня|today)', () => today],
    ['через\\s+неделю|in a week', () => addDays(today, 7)],
    ['(?:через|in)\\s+(\\d{1,3})\\s+(?:день|дня|дней|days?)', (match) => addDays(today, Number(match[1]))],
    [`(?:on\\s+)?(\\d{1,2})\\s+${month}(?:\\s+(\\d{4}))?`, (m) => dated(today, Number(m[1]), monthOf(m[2]), m[3])],
    [`(?:on\\s+)?${month}\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?`, (m) => dated(today, Number(m[2]), monthOf(m[1]), m[3])],
    ['(\\d{4})-(\\d{2})-(\\d{2})', (match) => dated(today, Number(match[3]), Number(match[2]), match[1])],
    ['(\\d{1,2})\\.(\\d{2})(?:\\.(\\d{4}|\\d{2}))?', (m) => dated(today, Number(m[1]), Number(m[2]), m[3])],
    ...weekdays,
  ]);
}

/** «7 вечера», "3 pm"; a bare «в 3» is meant in the afternoon. */
function clock(hour: string, minute = '', half: string | undefined): string | null {
  let h = Number(hour);
  const word = half?.toLowerCase();
  if (h > 23 || Number(minute) > 59) return null;
  if (word === 'pm' || word === 'дня' || word === 'вечера') h = h < 12 ? h + 12 : h;
  else if (word === 'am' || word === 'утра' || word === 'ночи') h = h === 12 ? 0 : h;
  else if (!minute && h >= 1 && h <= 7) h += 12;
  return `${String(h).padStart(2, '0')}:${minute || '00'}`;
}

export function timesIn(text: string): Found<{ from: string; to: string | null }> | null {
  const half = '(?:\\s*(am|pm|утра|дня|вечера|ночи))?';
  const time = `(\\d{1,2})(?::(\\d{2}))?${half}`;
  const span = (m: RegExpExecArray) => {
    const from = clock(m[1] ?? '', m[2], m[3] ?? m[6]);
    const to = clock(m[4] ?? '', m[5], m[6]);
    return from && to ? { from, to } : null;
  };
  const one = (m: RegExpExecArray) => {
    const from = clock(m[1] ?? '', m[2], m[3]);
    return from ? { from, to: null } : null;
  };
  return first<{ from: string; to: string | null }>(text, [
    [`(?:с|from)\\s+${time}\\s+(?:до|to|till|until)\\s+${time}`, span],
    [`(?:(?:в|at)\\s+)?${time}\\s*[-–—]\\s*${time}`, span],
    ['(?:(?:во?|at|@)\\s+)?(\\d{1,2}):(\\d{2})(?:\\s*(am|pm|утра|дня|вечера|ночи))?', one],
    ['(?:(?:в|at)\\s+)?(\\d{1,2})()\\s*(am|pm|утра|дня|вечера|ночи)', one],
    ['(?:в|at)\\s+(\\d{1,2})(?!\\s*(?:мин|min|ч|h|дн|day))', one],
    ['(?:в\\s+полдень|at noon)', () => ({ from: '12:00', to: null })],
  ]);
}

export function lengthIn(text: string): Found<number> | null {
  const on = '(?:(?:на|for)\\s+)?';
  const hour = '(?:часов|часа|час|ч|hours|hour|hrs|hr|h)';
  const minute = '(?:минуты|минуту|минут|мин|м|minutes|minute|mins|min|m)\\.?';
  const number = (digits = '') => Number(digits.replace(',', '.'));
  return first(text, [
    [`${on}(\\d{1,2})\\s*${hour}\\s*(\\d{1,2})\\s*${minute}`, (m) => number(m[1]) * 60 + number(m[2])],
    [`${on}(\\d{1,3}(?:[.,]\\d)?)\\s*${hour}`, (match) => Math.round(number(match[1]) * 60) || null],
    [`${on}(\\d{1,4})\\s*${minute}`, (match) => number(match[1]) || null],
    [`${on}(?:полчаса|half an hour)`, () => 30],
    [`${on}(?:полтора часа|an hour and a half)`, () => 90],
    [`(?:на час|for an hour)`, () => 60],
  ]);
}
