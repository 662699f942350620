import { Temporal } from 'temporal-polyfill';
import { days, fullDay, month } from '../time/format';
import type { Language } from '../i18n/index.svelte';

export const VIEWS = ['day', 'workweek', 'week', 'month', 'agenda'] as const;
export type View = (typeof VIEWS)[number];

/** First day shown and the day after the last. */
export interface Period {
  from: string;
  to: string;
}

function monday(at: Temporal.PlainDate): Temporal.PlainDate {
  return at.subtract({ days: at.dayOfWeek - 1 });
}

export function period(view: View, day: string): Period {
  const at = Temporal.PlainDate.from(day);
  if (view === 'day') return range(at, at.add({ days: 1 }));
  if (view === 'agenda') return range(at.with({ day: 1 }), at.add({ months: 1 }).with({ day: 1 }));
  if (view === 'month') {
    const first = monday(at.with({ day: 1 }));
    return range(first, monday(at.add({ months: 1 }).with({ day: 1 }).subtract({ days: 1 })).add({ days: 7 }));
  }
  const first = monday(at);
  return range(first, first.add({ days: view === 'week' ? 7 : 5 }));
}

function range(from: Temporal.PlainDate, to: Temporal.PlainDate): Period {
  return { from: from.toString(), to: to.toString() };
}

/** The same place in the next (1) or previous (-1) period. */
export function step(view: View, day: string, direction: 1 | -1): string {
  const at = Temporal.PlainDate.from(day);
  const by =
    view === 'day'
      ? { days: direction }
      : view === 'month' || view === 'agenda'
        ? { months: direction }
        : { weeks: direction };
  return at.add(by).toString();
}

export function title(view: View, day: string, language: Language): string {
  if (view === 'day') return fullDay(day, language).replace(/\s*г\.$/, '');
  if (view === 'month' || view === 'agenda') return month(day, language);
  const { from, to } = period(view, day);
  return days(from, Temporal.PlainDate.from(to).subtract({ days: 1 }).toString(), language);
}

/** Weeks of the month that holds `day`, Monday first. */
export function weeks(day: string): string[][] {
  const { from, to } = period('month', day);
  const rows: string[][] = [];
  for (let at = Temporal.PlainDate.from(from); at.toString() < to; at = at.add({ days: 7 })) {
    rows.push(Array.from({ length: 7 }, (_, index) => at.add({ days: index }).toString()));
  }
  return rows;
}
