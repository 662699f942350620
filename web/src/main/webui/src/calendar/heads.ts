import { Temporal } from 'temporal-polyfill';
import { t, words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { ROWS } from './period';
import { preferences } from '../settings/preferences.svelte';
import { clock, dayAndMonth, fullDay, weekdayName } from '../time/format';
import { today, wallOfDate } from '../time/zones';

/** What stands above and beside the time grid, as nodes that the grid component takes. */

function element<K extends keyof HTMLElementTagNameMap>(name: K, className: string, text = '') {
  const made = document.createElement(name);
  made.className = className;
  made.textContent = text;
  return made;
}

/** «вт 24», a way into that day; today's number stands in a disc. */
export function dayHead(onday: (day: string) => void) {
  return (date: Date) => {
    const day = wallOfDate(date).slice(0, 10);
    const button = element('button', day === today(session.zone) ? 'day-head now' : 'day-head');
    button.type = 'button';
    button.title = fullDay(day, words.language);
    button.append(
      element('span', 'weekday', weekdayName(day, words.language, 'short')),
      ' ',
      element('span', 'number', String(Number(day.slice(8)))),
    );
    button.addEventListener('click', () => onday(day));
    return { domNodes: [button] };
  };
}

/** The hour, and beside it the hour of a second zone if the person wants one. */
export function slotLabel(day: string) {
  const second = preferences.secondZone;
  return (date: Date) => {
    const wall = `${day}T${wallOfDate(date).slice(11)}`;
    const own = element('span', 'hour', clock(wall));
    if (!second) return { domNodes: [own] };
    const there = Temporal.PlainDateTime.from(wall).toZonedDateTime(session.zone).withTimeZone(second);
    const other = element('span', 'hour second', clock(there.toPlainDateTime().toString({ smallestUnit: 'second' })));
    other.title = t('zoneOf', { zone: second });
    return { domNodes: [other, own] };
  };
}

/** Weeks of several months, none of which is the one that is meant: each first day says whose it is. */
export const scrolledWeeks = {
  type: 'dayGridMonth',
  duration: { weeks: ROWS },
  theme: (theme: Record<string, string>) => ({ ...theme, view: 'ec-day-grid ec-month-view', otherMonth: '' }),
  dayCellFormat: (date: Date) => {
    const day = wallOfDate(date).slice(0, 10);
    return day.endsWith('-01') ? dayAndMonth(day, words.language) : String(Number(day.slice(8)));
  },
};
