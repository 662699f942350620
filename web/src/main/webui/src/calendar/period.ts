import { Temporal } from 'temporal-polyfill';
import { days, fullDay, month } from '../time/format';
import type { Language } from '../i18n/index.svelte';
import { preferences } from '../settings/preferences.svelte';

export const VIEWS = ['day', '3days', 'workweek', 'week', 'month', 'agenda', 'year'] as const;
export type View = (typeof VIEWS)[number];

/** First day shown and the day after the last. */
export interface Period {
  from: string;
  to: string;
}

/** The first day of the week that holds a day; `firstDay` as in JavaScript: 0 is Sunday. */
export function weekStart(at: Temporal.PlainDate, firstDay: number = preferences.firstDay): Temporal.PlainDate {
  return at.subtract({ days: (at.dayOfWeek - firstDay + 7) % 7 });
}

/** So many weeks are shown of a month that is scrolled. */
export const ROWS = 6;

/** @param from the first of the weeks that are shown of a month; empty for those that the month has */
export function period(view: View, day: string, from = ''): Period {
  const at = Temporal.PlainDate.from(day);
  if (view === 'month' && from) {
    const first = weekStart(Temporal.PlainDate.from(from));
    return range(first, first.add({ weeks: ROWS }));
  }
  const first = at.with({ day: 1 });
  switch (view) {
    case 'day':
      return range(at, at.add({ days: 1 }));
    case '3days':
      return range(at, at.add({ days: 3 }));
    case 'workweek':
      return range(weekStart(at, 1), weekStart(at, 1).add({ days: 5 }));
    case 'week':
      return range(weekStart(at), weekStart(at).add({ days: 7 }));
    case 'agenda':
      return range(first, first.add({ months: 1 }));
    case 'month':
      return range(weekStart(first), weekStart(first.add({ months: 1 }).subtract({ days: 1 })).add({ days: 7 }));
    case 'year':
      return range(at.with({ month: 1, day: 1 }), at.with({ month: 1, day: 1 }).add({ years: 1 }));
  }
}

function range(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return { from: from.toString(), to: to.toString() };
}

const STEPS: Record<View, Temporal.DurationLike> = {
  day: { days: 1 },
  '3days': { days: 3 },
  workweek: { weeks: 1 },
  week: { weeks: 1 },
  month: { months: 1 },
  agenda: { months: 1 },
  year: { years: 1 },
};

/** The same place in the next (1) or previous (-1) period. */
export function step(view: View, day: string, direction: 1 | -1): string {
  const at = Temporal.PlainDate.from(day);
  return (direction > 0 ? at.add(STEPS[view]) : at.subtract(STEPS[view])).toString();
}

export function title(view: View, day: string, language: Language): string {
  if (view === 'day') return fullDay(day, language).replace(/\s*г\.$/, '');
  if (view === 'month' || view === 'agenda') return month(day, language);
  if (view === 'year') return day.slice(0, 4);
  const { from, to } = period(view, day);
  return days(from, Temporal.PlainDate.from(to).subtract({ days: 1 }).toString(), language);
}

/** A day of the month that most of the weeks from there on belong to; the day itself if it is one. */
export function mainDay(from: string, day: string): string {
  const middle = Temporal.PlainDate.from(from)
    .add({ days: (ROWS * 7) / 2 - 1 })
    .toString();
  return middle.slice(0, 7) === day.slice(0, 7) ? day : middle;
}

/** Whether the next period is the last one, scrolled by less than its length. */
export function goesOn(last: Period, next: Period): boolean {
  return last.from < next.from ? next.from < last.to && next.to > last.to : next.to > last.from && next.to < last.to;
}

/** Every day of a period. */
export function daysOf({ from, to }: Period): string[] {
  const found: string[] = [];
  for (let at = Temporal.PlainDate.from(from); at.toString() < to; at = at.add({ days: 1 })) found.push(at.toString());
  return found;
}

/** Weeks of the month that holds `day`; always six, so that a mini-month does not jump. */
export function weeks(day: string): string[][] {
  const first = weekStart(Temporal.PlainDate.from(day).with({ day: 1 }));
  return Array.from({ length: 6 }, (_, row) =>
    Array.from({ length: 7 }, (_, column) => first.add({ days: row * 7 + column }).toString()),
  );
}

/** The ISO number of the week that holds a day. */
export function weekNumber(day: string): number {
  return Temporal.PlainDate.from(day).weekOfYear ?? 0;
}
