import type { Answer, Attendee, CalendarEvent, Moment } from '../api/types';
import type { Query } from '../api/client';
import { isPlace } from '../people/invitee';

export const ANSWERS: Answer[] = ['accepted', 'tentative', 'declined'];

export type Part = Answer | 'needs-action';

/** In this order: who comes is what one wants to know first. */
const PARTS: Part[] = ['accepted', 'tentative', 'declined', 'needs-action'];

/** What of a series an answer is for. */
export type Reach = 'this' | 'all';

export function partOf(status: string | null | undefined): Part {
  return PARTS.find((one) => one === status) ?? 'needs-action';
}

/** Guests by their answer, empty parts left out; rooms are no guests. */
export function grouped(attendees: Attendee[]): { part: Part; guests: Attendee[] }[] {
  const guests = attendees.filter((one) => !isPlace(one.kind ?? ''));
  return PARTS.map((part) => ({ part, guests: guests.filter((one) => partOf(one.status) === part) })).filter(
    (group) => group.guests.length > 0,
  );
}

/** Whether I am asked to answer: invited, not the organizer, and the event is on. */
export function answerable(event: CalendarEvent): boolean {
  return event.myStatus !== null && event.myStatus !== 'organizer' && event.status !== 'cancelled';
}

/** An unanswered series is answered as a whole unless somebody says otherwise; later he means the one he looks at. */
export function usualReach(event: CalendarEvent): Reach {
  return event.recurring && event.instance && partOf(event.myStatus) !== 'needs-action' ? 'this' : 'all';
}

export function reachQuery(event: CalendarEvent, reach: Reach): Query {
  return event.recurring && event.instance && reach === 'this' ? { instance: event.instance } : {};
}

/** Without what only answers of the server carry. */
export function plain({ date, dateTime, timeZone }: Moment): Moment {
  return date ? { date } : { dateTime, timeZone };
}
