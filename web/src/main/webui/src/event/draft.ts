import { Temporal } from 'temporal-polyfill';
import type { CalendarEvent, EventInput, Moment, Reminder } from '../api/types';
import { addDays, minutesBetween, toWall } from '../time/zones';

/*
 * An event while it is being typed. Times are wall clocks of the event's own zone and are kept when "all day" is
 * ticked, so that unticking brings them back; of an all-day draft the days count, and the last one is inside.
 */

/** Who is invited; a room is invited like a person. */
export interface Guest {
  address: string;
  name: string;
  kind: string;
  optional: boolean;
}

export interface Draft {
  title: string;
  description: string;
  location: string;
  calendarId: string;
  allDay: boolean;
  start: string;
  end: string;
  zone: string;
  /** Differs from `zone` only in events that came from elsewhere, such as flights. */
  endZone: string;
  recurrence: string[];
  attendees: Guest[];
  /** Null leaves them to the defaults of the calendar, for new events. */
  reminders: Reminder[] | null;
  visibility: string;
  transparency: string;
  categories: string[];
  color: string | null;
  conference: string | null;
}

export type Field = keyof Draft;

/** What is his own in the copy of somebody who was invited; the rest belongs to the organizer. */
export const PERSONAL: Field[] = ['reminders', 'transparency', 'categories', 'color', 'calendarId'];

/** A new one, from what was clicked or dragged in the grid (wall clocks of the display zone, or days). */
export function newDraft(start: string, end: string, zone: string, calendarId: string): Draft {
  const allDay = start.length === 10;
  return {
    title: '',
    description: '',
    location: '',
    calendarId,
    allDay,
    start: allDay ? `${start}T10:00:00` : start,
    end: allDay ? `${addDays(end, -1)}T11:00:00` : end,
    zone,
    endZone: zone,
    recurrence: [],
    attendees: [],
    reminders: null,
    visibility: 'default',
    transparency: 'busy',
    categories: [],
    color: null,
    conference: null,
  };
}

/** What is stored, as a draft; events without a zone of their own are read in the display zone. */
export function draftOf(event: CalendarEvent, display: string): Draft {
  const allDay = Boolean(event.start.date);
  const zone = event.start.timeZone ?? display;
  const endZone = event.end.timeZone ?? zone;
  return {
    title: event.title,
    description: event.description ?? '',
    location: event.location,
    calendarId: event.calendarId,
    allDay,
    start: allDay ? `${event.start.date}T10:00:00` : wall(event.start, zone),
    end: allDay ? `${addDays(event.end.date ?? '', -1)}T11:00:00` : wall(event.end, endZone),
    zone,
    endZone,
    recurrence: [...(event.recurrence ?? [])],
    attendees: (event.attendees ?? []).map((one) => ({
      address: one.address,
      name: one.name || one.address,
      kind: one.kind ?? 'user',
      optional: Boolean(one.optional),
    })),
    reminders: (event.reminders ?? []).map((one) => ({ ...one })),
    visibility: event.visibility,
    transparency: event.transparency,
    categories: [...(event.categories ?? [])],
    color: event.color,
    conference: event.conference,
  };
}

function wall(moment: Moment, zone: string): string {
  return moment.dateTime && (!moment.timeZone || moment.timeZone === zone) ? moment.dateTime : toWall(moment, zone);
}

export function startMoment(draft: Draft): Moment {
  return draft.allDay ? { date: draft.start.slice(0, 10) } : { dateTime: draft.start, timeZone: draft.zone };
}

export function endMoment(draft: Draft): Moment {
  return draft.allDay ? { date: addDays(draft.end, 1) } : { dateTime: draft.end, timeZone: draft.endZone };
}

function instant(local: string, zone: string): Temporal.Instant {
  return Temporal.PlainDateTime.from(local).toZonedDateTime(zone, { disambiguation: 'compatible' }).toInstant();
}

export function endsBeforeStart(draft: Draft): boolean {
  if (draft.allDay) return draft.end.slice(0, 10) < draft.start.slice(0, 10);
  return Temporal.Instant.compare(instant(draft.end, draft.endZone), instant(draft.start, draft.zone)) <= 0;
}

/** Start moved; the end moves with it, so that the length stays. */
export function startingAt(draft: Draft, start: string): Draft {
  const moved = minutesBetween(draft.start, start);
  const end = Temporal.PlainDateTime.from(draft.end).add({ minutes: moved });
  return { ...draft, start, end: end.toString({ smallestUnit: 'second' }) };
}

function invited(draft: Draft): { address: string; optional: boolean }[] {
  return draft.attendees.map(({ address, optional }) => ({ address, optional }));
}

function reminders(draft: Draft): Reminder[] | null {
  return draft.reminders && draft.reminders.map(({ before, channel }) => ({ before, channel }));
}

/** All that a new event says. */
export function inputOf(draft: Draft): EventInput {
  const { title, description, location, calendarId, recurrence, visibility, transparency, categories } = draft;
  return {
    ...{ title, description, location, calendarId, recurrence, visibility, transparency, categories },
    start: startMoment(draft),
    end: endMoment(draft),
    attendees: invited(draft),
    ...(draft.reminders ? { reminders: reminders(draft) ?? [] } : {}),
    ...(draft.color ? { color: draft.color } : {}),
    ...(draft.conference ? { conference: draft.conference } : {}),
  };
}

const PLAIN = ['title', 'description', 'location', 'visibility', 'transparency', 'color', 'conference'] as const;

export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

/** The merge patch from one state to another: only what differs. The calendar is changed by a request of its own. */
export function patchOf(before: Draft, after: Draft): Record<string, unknown> {
  const patch: Record<string, unknown> = {};
  for (const field of PLAIN) if (before[field] !== after[field]) patch[field] = after[field];
  const [from, to] = [startMoment(after), endMoment(after)];
  if (!same(startMoment(before), from) || !same(endMoment(before), to)) Object.assign(patch, { start: from, end: to });
  if (!same(before.recurrence, after.recurrence)) patch.recurrence = after.recurrence;
  if (!same(before.categories, after.categories)) patch.categories = after.categories;
  if (!same(invited(before), invited(after))) patch.attendees = invited(after);
  if (!same(reminders(before), reminders(after))) patch.reminders = reminders(after) ?? [];
  return patch;
}

export function changed(before: Draft, after: Draft): boolean {
  return before.calendarId !== after.calendarId || Object.keys(patchOf(before, after)).length > 0;
}

/** The span as the pickers of people and rooms take it: days with an exclusive end, or wall clocks of one zone. */
export function spanOf(draft: Draft): { start: string; end: string; zone: string } {
  if (draft.allDay) return { start: draft.start.slice(0, 10), end: addDays(draft.end, 1), zone: draft.zone };
  const end = draft.endZone === draft.zone ? draft.end : toWall(endMoment(draft), draft.zone);
  return { start: draft.start, end, zone: draft.zone };
}
