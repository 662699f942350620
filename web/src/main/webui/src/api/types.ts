/** The shapes of the REST API, version 1. */

/** A local time with its zone, or a whole day (an end is exclusive). `instant` comes in answers only. */
export interface Moment {
  dateTime?: string;
  timeZone?: string;
  date?: string;
  instant?: string;
}

export type Answer = 'accepted' | 'tentative' | 'declined';

export interface Attendee {
  address: string;
  name?: string;
  kind?: string;
  optional?: boolean;
  status?: string;
  comment?: string | null;
  proposed?: { start: Moment; end: Moment } | null;
}

export interface Reminder {
  before: string;
  channel: string;
}

export interface Holder {
  name: string;
  address: string;
  until?: string;
}

/** A file of an event. Its `id` is null where it lies elsewhere, at `url`. */
export interface Attachment {
  id: string | null;
  name: string;
  type: string;
  size: number | null;
  url: string | null;
}

export interface CalendarEvent {
  id: string;
  uid: string;
  etag: string;
  calendarId: string;
  status: string;
  title: string;
  description?: string;
  location: string;
  start: Moment;
  end: Moment;
  recurrence?: string[];
  /** `sentBy`: who plans for him. */
  organizer: { address: string; name: string; sentBy?: string } | null;
  attendees?: Attendee[];
  reminders?: Reminder[];
  visibility: string;
  transparency: string;
  categories?: string[];
  color: string | null;
  conference: string | null;
  myStatus: string | null;
  editLock: Holder | null;
  canEdit: boolean;
  recurring: boolean;
  instance: string | null;
  /** RECURRENCE-IDs of the instances that were changed on their own; of a single event only. */
  exceptions?: string[];
  attachments?: Attachment[];
  updatedAt: string;
}

/** What is sent to plan or change an event. */
export type EventInput = Partial<
  Pick<
    CalendarEvent,
    | 'calendarId'
    | 'title'
    | 'description'
    | 'location'
    | 'recurrence'
    | 'reminders'
    | 'visibility'
    | 'transparency'
    | 'categories'
    | 'color'
    | 'conference'
  >
> & { start?: Moment; end?: Moment; attendees?: { address: string; optional?: boolean }[] };

export interface Calendar {
  id: string;
  name: string;
  color: string;
  timeZone: string;
  isDefault: boolean;
  access: Level | 'owner';
  /** Whether private events are told. */
  seePrivate: boolean;
  kind: string;
  /** Whose it is; null for one's own. */
  owner?: { id: string; name: string; address: string } | null;
  defaultReminders?: Reminder[];
  defaultAllDayReminders?: Reminder[];
  /** What one's own subscribed calendar follows. */
  subscription?: Subscription | null;
}

export interface Subscription {
  source: string;
  refreshedAt: string | null;
  problem: 'unreachable' | 'inside' | 'refused' | 'no-calendar' | 'too-large' | null;
}

export type Level = 'freebusy' | 'read' | 'write' | 'manage';

export interface Share {
  principal: { id: string; kind: string; name: string; address: string };
  level: Level;
  seePrivate: boolean;
  /** Of who was invited by a calendar program. */
  answer: 'accepted' | 'awaited' | 'declined';
}

export interface User {
  id: string;
  login: string;
  name: string;
  address: string;
  language: string;
  zone: string;
  role: string;
}

export interface Person {
  id: string;
  kind: string;
  name: string;
  address: string;
  title: string | null;
}

export interface Room {
  id?: string;
  name: string;
  address: string;
  capacity?: number | null;
  equipment?: string[];
  site?: string;
  floor?: string;
  free: boolean;
  busyUntil?: string | null;
}

export interface Busy {
  start: string;
  end: string;
  type: string;
  title: string | null;
}

export interface Availability {
  who: string;
  known: boolean;
  timeZone?: string | null;
  busy: Busy[];
  workingHours?: { start: string; end: string }[];
}

export type Scope = 'this' | 'following' | 'all';
