import type { CalendarEvent } from '../api/types';
import { t, words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { settings } from '../settings/settings.svelte';
import { span } from '../time/format';
import { addDays, toWall } from '../time/zones';
import { shelf } from './shelf.svelte';
import { store, type BusyBlock } from './store.svelte';
import { wallsOf } from './walls';

/** Events in the shape that the grid component takes. */

/** Under this many minutes an event has one line, or two. */
const ONE_LINE = 45;
const TWO_LINES = 75;

export interface Extended {
  of?: CalendarEvent;
  brief?: boolean;
  /** The day of which this stands for all events that have no room. */
  more?: string;
  label?: string;
}

export interface Drawn {
  id: string;
  title: string;
  start: string;
  end: string;
  allDay: boolean;
  /** Both must be said: the component's own defaults come before its one word for the two. */
  startEditable: boolean;
  durationEditable: boolean;
  display?: 'background';
  resourceIds?: string[];
  styles: string[];
  classNames: string[];
  extendedProps: Extended;
}

/** What names an instance among all that are seen. */
export function keyOf(event: CalendarEvent): string {
  return event.id + (event.instance ?? '');
}

/** What a screen reader says of an event: title, when, place, calendar, my answer. */
export function nameOf(event: CalendarEvent): string {
  const { start, end } = wallsOf(event);
  const parts = [event.title || t('untitled'), span(start, end, words.language), event.location, unseenOf(event)];
  return parts.filter(Boolean).join(', ');
}

/** What a row of text leaves to shape and colour: calendar, my answer, cancelled, repeating. */
export function unseenOf(event: CalendarEvent): string {
  const parts = [shelf.calendars.find((one) => one.id === event.calendarId)?.name];
  if (event.myStatus && event.myStatus !== 'organizer') parts.push(t('myAnswer', { answer: t(answerKey(event)) }));
  if (event.status === 'cancelled') parts.push(t('cancelledEvent'));
  if (event.recurring) parts.push(t('repeats'));
  return parts.filter(Boolean).join(', ');
}

function answerKey({ myStatus }: CalendarEvent) {
  return myStatus === 'accepted' || myStatus === 'tentative' || myStatus === 'declined'
    ? (`status_${myStatus}` as const)
    : 'status_needs-action';
}

const minutesOf = (wall: string) => Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));

/** @param present the wall clock now */
export function drawn(event: CalendarEvent, present: string): Drawn {
  const allDay = Boolean(event.start.date);
  const { start, end } = wallsOf(event);
  const minutes = allDay || start.slice(0, 10) !== end.slice(0, 10) ? Infinity : minutesOf(end) - minutesOf(start);
  const brief = minutes < ONE_LINE;
  const size = brief ? 'brief' : minutes < TWO_LINES ? 'short' : '';
  const past = (allDay ? end <= present.slice(0, 10) : end < present) ? 'past' : '';
  return {
    id: keyOf(event),
    title: event.title || t('untitled'),
    start,
    end,
    allDay,
    startEditable: event.canEdit,
    durationEditable: event.canEdit,
    resourceIds: [event.calendarId],
    styles: [`--tint:${store.colour(event)}`],
    classNames: [event.myStatus ?? '', event.status, size, past, allDay ? 'all-day' : ''].filter(Boolean),
    extendedProps: { of: event, brief },
  };
}

/** Says how many events of a day have no room; it comes after all others of the day. */
export function drawnMore(day: string, count: number): Drawn {
  const moment = `${day}T23:59:59`;
  return { ...more(day, count), start: moment, end: moment, allDay: false };
}

/** The same of whole days, in the row above the hours. */
export function drawnMoreDays(day: string, count: number): Drawn {
  return { ...more(day, count), start: day, end: addDays(day, 1), allDay: true };
}

function more(day: string, count: number): Omit<Drawn, 'start' | 'end' | 'allDay'> {
  return {
    id: `more ${day}`,
    title: t('more', { n: count }),
    startEditable: false,
    durationEditable: false,
    styles: [],
    classNames: ['more'],
    extendedProps: { more: day },
  };
}

/** @param named whether it says whose time it is; a column that is his own says it already */
export function drawnBusy(block: BusyBlock, n: number, named: boolean): Drawn {
  const name = shelf.colleagues.find((one) => one.address === block.who)?.name ?? block.who;
  const what = block.title ?? t(block.type === 'out-of-office' ? 'away' : 'busyBlock');
  const title = named ? `${name}: ${what}` : what;
  return {
    id: `busy ${n}`,
    title,
    start: toWall({ instant: block.start }, session.zone),
    end: toWall({ instant: block.end }, session.zone),
    allDay: false,
    startEditable: false,
    durationEditable: false,
    resourceIds: [block.who],
    styles: [`--tint:${shelf.colourOfColleague(block.who)}`],
    classNames: ['busy-block', block.type],
    extendedProps: { label: title },
  };
}

/** Shades of the hours in which the person does not work; none while nobody has said which these are. */
export function shades(days: string[]): Drawn[] {
  if (!settings.own) return [];
  return days.flatMap((day) => around(day, settings.hoursOf(day)));
}

/** The same in columns: each by the hours of whose it is; of whom nothing is known nothing is said. */
export function shadesOf(day: string, columns: string[]): Drawn[] {
  return columns.flatMap((id) => {
    const colleague = store.hours[id];
    if (!colleague && (!settings.own || shelf.colleagues.some((one) => one.address === id))) return [];
    const first = colleague?.at(0);
    const last = colleague?.at(-1);
    const clock = (instant: string) => toWall({ instant }, session.zone).slice(11, 16);
    const theirs = first && last ? { from: clock(first.start), to: clock(last.end) } : null;
    return around(day, colleague ? theirs : settings.hoursOf(day), id);
  });
}

function around(day: string, hours: { from: string; to: string } | null, column?: string): Drawn[] {
  const shade = (from: string, to: string): Drawn => ({
    id: `shade ${day} ${from} ${column ?? ''}`,
    title: '',
    start: from,
    end: to,
    allDay: false,
    startEditable: false,
    durationEditable: false,
    display: 'background',
    resourceIds: column ? [column] : undefined,
    styles: [],
    classNames: ['shade'],
    extendedProps: {},
  });
  const next = `${addDays(day, 1)}T00:00:00`;
  if (!hours) return [shade(`${day}T00:00:00`, next)];
  return [shade(`${day}T00:00:00`, `${day}T${hours.from}:00`), shade(`${day}T${hours.to}:00`, next)];
}
