import { Temporal } from 'temporal-polyfill';

/*
 * The rules that people can choose, as a model of their own. A rule that says more than the form can show is left as
 * it is: it parses to null. Instances are never computed here; the server is asked for them.
 */

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY';
export const FREQUENCIES: Frequency[] = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'];
export const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'] as const;
export type Weekday = (typeof WEEKDAYS)[number];
export const WORKDAYS: Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR'];

/** Which day of a month: by number (−1 is the last one), or the first, second … last of a weekday. */
export type MonthDay = { by: 'number'; day: number } | { by: 'position'; nth: number; weekday: Weekday };

export type RepeatEnd = { kind: 'never' } | { kind: 'until'; day: string } | { kind: 'count'; count: number };

export interface Repeat {
  frequency: Frequency;
  interval: number;
  /** Of a weekly rule, in the order of the week; never empty there. */
  days: Weekday[];
  /** Of a monthly or yearly rule. */
  on: MonthDay;
  /** Of a yearly rule. */
  month: number;
  end: RepeatEnd;
}

export function weekdayOf(day: string): Weekday {
  return WEEKDAYS[Temporal.PlainDate.from(day.slice(0, 10)).dayOfWeek - 1] as Weekday;
}

/** The rule that somebody most likely means on that day. */
export function repeatFrom(day: string, frequency: Frequency): Repeat {
  const date = Temporal.PlainDate.from(day.slice(0, 10));
  return {
    frequency,
    interval: 1,
    days: [weekdayOf(day)],
    on: { by: 'number', day: date.day },
    month: date.month,
    end: { kind: 'never' },
  };
}

/** Which of its weekday in the month the day is: 1 to 5. */
export function positionOf(day: string): number {
  return Math.ceil(Temporal.PlainDate.from(day.slice(0, 10)).day / 7);
}

export function lastOfItsWeekday(day: string): boolean {
  const date = Temporal.PlainDate.from(day.slice(0, 10));
  return date.day + 7 > date.daysInMonth;
}

function ordered(days: Weekday[]): Weekday[] {
  return WEEKDAYS.filter((day) => days.includes(day));
}

/** The text of the rule; an end by day is meant in `zone`, or as a day where the event has no times. */
export function ruleOf(repeat: Repeat, start: string, zone: string): string {
  const parts = [`FREQ=${repeat.frequency}`];
  if (repeat.interval > 1) parts.push(`INTERVAL=${repeat.interval}`);
  if (repeat.frequency === 'WEEKLY') parts.push(`BYDAY=${ordered(repeat.days).join(',')}`);
  if (repeat.frequency === 'YEARLY') parts.push(`BYMONTH=${repeat.month}`);
  if (repeat.frequency === 'MONTHLY' || repeat.frequency === 'YEARLY') {
    if (repeat.on.by === 'number') parts.push(`BYMONTHDAY=${repeat.on.day}`);
    else parts.push(`BYDAY=${repeat.on.nth}${repeat.on.weekday}`);
  }
  if (repeat.end.kind === 'count') parts.push(`COUNT=${repeat.end.count}`);
  if (repeat.end.kind === 'until') parts.push(`UNTIL=${until(repeat.end.day, start, zone)}`);
  return `RRULE:${parts.join(';')}`;
}

function until(day: string, start: string, zone: string): string {
  if (start.length === 10) return day.replaceAll('-', '');
  const last = Temporal.PlainDateTime.from(`${day}T23:59:59`).toZonedDateTime(zone);
  return last.toInstant().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '');
}

/** The day that UNTIL names in the zone. */
function dayOfUntil(text: string, zone: string): string | null {
  const match = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(text);
  if (!match) return null;
  const day = `${match[1]}-${match[2]}-${match[3]}`;
  if (!match[7]) return day;
  const instant = Temporal.Instant.from(`${day}T${match[4]}:${match[5]}:${match[6]}Z`);
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

const UNDERSTOOD = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'COUNT', 'UNTIL', 'WKST'];

/** What a rule means, or null where it says more than the form can show. */
export function repeatOf(line: string, start: string, zone: string): Repeat | null {
  const parts = new Map(
    line
      .replace(/^RRULE:/, '')
      .split(';')
      .map((part) => part.split('=') as [string, string]),
  );
  if ([...parts.keys()].some((name) => !UNDERSTOOD.includes(name))) return null;
  if ((parts.get('WKST') ?? 'MO') !== 'MO') return null;
  const frequency = parts.get('FREQ') as Frequency;
  if (!FREQUENCIES.includes(frequency)) return null;
  const repeat = repeatFrom(start, frequency);
  repeat.interval = Number(parts.get('INTERVAL') ?? 1);
  const end = endOf(parts, zone);
  if (!end) return null;
  repeat.end = end;
  return onDays(repeat, parts);
}

function endOf(parts: Map<string, string>, zone: string): RepeatEnd | null {
  const count = parts.get('COUNT');
  if (count) return { kind: 'count', count: Number(count) };
  const text = parts.get('UNTIL');
  if (!text) return { kind: 'never' };
  const day = dayOfUntil(text, zone);
  return day ? { kind: 'until', day } : null;
}

function onDays(repeat: Repeat, parts: Map<string, string>): Repeat | null {
  const days = parts.get('BYDAY')?.split(',');
  const number = parts.get('BYMONTHDAY');
  const month = parts.get('BYMONTH');
  switch (repeat.frequency) {
    case 'DAILY':
      if (number || month) return null;
      if (!days) return repeat;
      return repeat.interval === 1 ? onDays({ ...repeat, frequency: 'WEEKLY' }, parts) : null;
    case 'WEEKLY':
      if (number || month) return null;
      if (!days) return repeat;
      if (days.some((day) => !WEEKDAYS.includes(day as Weekday))) return null;
      return { ...repeat, days: ordered(days as Weekday[]) };
    case 'MONTHLY':
      return month ? null : onDayOfMonth(repeat, days, number);
    case 'YEARLY':
      if (month && !/^\d+$/.test(month)) return null;
      if (!month && (days || number)) return null;
      return onDayOfMonth({ ...repeat, month: Number(month ?? repeat.month) }, days, number);
  }
}

function onDayOfMonth(repeat: Repeat, days?: string[], number?: string): Repeat | null {
  if (days && number) return null;
  if (number) return /^(-1|\d+)$/.test(number) ? { ...repeat, on: { by: 'number', day: Number(number) } } : null;
  if (!days) return repeat;
  const match = days.length === 1 ? /^(-1|[1-5])(\w\w)$/.exec(days[0] ?? '') : null;
  if (!match) return null;
  return { ...repeat, on: { by: 'position', nth: Number(match[1]), weekday: match[2] as Weekday } };
}

/** The rule of an event that was moved to another day: what named the old day names the new one. */
export function moved(repeat: Repeat, from: string, to: string): Repeat {
  const next = { ...repeat };
  const [old, now] = [weekdayOf(from), weekdayOf(to)];
  if (repeat.days.length === 1 && repeat.days[0] === old) next.days = [now];
  const date = Temporal.PlainDate.from(to.slice(0, 10));
  const before = Temporal.PlainDate.from(from.slice(0, 10));
  if (repeat.month === before.month) next.month = date.month;
  if (repeat.on.by === 'number') {
    if (repeat.on.day === before.day) next.on = { by: 'number', day: date.day };
  } else if (repeat.on.weekday === old) {
    const nth = repeat.on.nth === -1 && lastOfItsWeekday(to) ? -1 : positionOf(to);
    next.on = { by: 'position', nth: nth > 4 ? -1 : nth, weekday: now };
  }
  return next;
}

/** What may be chosen at once on that day, the simplest first. */
export function presets(day: string): Repeat[] {
  const weekly = repeatFrom(day, 'WEEKLY');
  const monthly = repeatFrom(day, 'MONTHLY');
  const found: Repeat[] = [
    repeatFrom(day, 'DAILY'),
    { ...weekly, days: [...WORKDAYS] },
    weekly,
    { ...weekly, interval: 2 },
    monthly,
  ];
  const nth = positionOf(day);
  if (nth < 5) found.push({ ...monthly, on: { by: 'position', nth, weekday: weekdayOf(day) } });
  if (lastOfItsWeekday(day)) found.push({ ...monthly, on: { by: 'position', nth: -1, weekday: weekdayOf(day) } });
  found.push(repeatFrom(day, 'YEARLY'));
  return found;
}

/** The lines of an event with another rule; what it leaves out or adds by date stays. */
export function withRule(lines: string[], rule: string | null): string[] {
  const others = lines.filter((line) => !line.startsWith('RRULE'));
  return rule ? [rule, ...others] : [];
}

/** The one rule of the lines, or null if there is none, or several. */
export function ruleIn(lines: string[]): string | null {
  const rules = lines.filter((line) => line.startsWith('RRULE'));
  return rules.length === 1 ? (rules[0] ?? null) : null;
}
