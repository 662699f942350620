import type { Key, Language } from '../i18n/index.svelte';
import { span } from '../time/format';
import { addDays } from '../time/zones';
import { same, type Draft, type Field } from './draft';
import { repeatOf, ruleIn } from './recurrence';
import { capital, sentence } from './recurrenceWords';
import { reminderWords } from './reminders';

/** What differs between two states of an event, in words; and how three states are brought together. */

/** What people see as one thing. */
export type Part =
  | 'title'
  | 'time'
  | 'repeat'
  | 'location'
  | 'people'
  | 'description'
  | 'calendar'
  | 'color'
  | 'categories'
  | 'transparency'
  | 'visibility'
  | 'reminders'
  | 'conference';

export const FIELDS: Record<Part, Field[]> = {
  title: ['title'],
  time: ['allDay', 'start', 'end', 'zone', 'endZone'],
  repeat: ['recurrence'],
  location: ['location'],
  people: ['attendees'],
  description: ['description'],
  calendar: ['calendarId'],
  color: ['color'],
  categories: ['categories'],
  transparency: ['transparency'],
  visibility: ['visibility'],
  reminders: ['reminders'],
  conference: ['conference'],
};
export const PARTS = Object.keys(FIELDS) as Part[];

/** What guests see: of the others nobody is told. */
const PUBLIC: Part[] = ['title', 'time', 'repeat', 'location', 'people', 'description', 'conference'];
/** What guests must know. */
const URGENT: Part[] = ['title', 'time', 'repeat', 'location', 'people'];

function value(draft: Draft, part: Part): unknown {
  if (part === 'time') {
    const cut = draft.allDay ? 10 : 19;
    return [draft.allDay, draft.start.slice(0, cut), draft.end.slice(0, cut), draft.allDay ? '' : draft.zone];
  }
  if (part === 'people') return draft.attendees.map((one) => `${one.address} ${one.optional}`).sort();
  if (part === 'reminders') return (draft.reminders ?? []).map(({ before, channel }) => [before, channel]);
  return FIELDS[part].map((field) => draft[field]);
}

export function differs(part: Part, a: Draft, b: Draft): boolean {
  return !same(value(a, part), value(b, part));
}

export function changedParts(before: Draft, after: Draft): Part[] {
  return PARTS.filter((part) => differs(part, before, after));
}

export function seenByGuests(parts: Part[]): Part[] {
  return parts.filter((part) => PUBLIC.includes(part));
}

export function mustBeTold(parts: Part[]): boolean {
  return parts.some((part) => URGENT.includes(part));
}

/** One side's parts in another's draft. */
export function take(draft: Draft, parts: Part[], from: Draft): Draft {
  const next: Record<string, unknown> = { ...draft };
  for (const part of parts) for (const field of FIELDS[part]) next[field] = from[field];
  return next as unknown as Draft;
}

export interface Row {
  part: Part;
  mine: boolean;
  theirs: boolean;
}

/** Every part that differs between two who changed the same event, and who of them changed it. */
export function compared(base: Draft, mine: Draft, theirs: Draft): Row[] {
  return PARTS.filter((part) => differs(part, mine, theirs)).map((part) => ({
    part,
    mine: differs(part, base, mine),
    theirs: differs(part, base, theirs),
  }));
}

export interface Speech {
  language: Language;
  calendars: { id: string; name: string }[];
  say: (key: Key, values?: Record<string, string | number>) => string;
}

/** The part as one reads it; empty where there is nothing. */
export function told(draft: Draft, part: Part, { language, calendars, say }: Speech): string {
  switch (part) {
    case 'time':
      return draft.allDay
        ? span(draft.start.slice(0, 10), addDays(draft.end, 1), language)
        : span(draft.start, draft.end, language);
    case 'repeat': {
      const rule = ruleIn(draft.recurrence);
      const repeat = rule && repeatOf(rule, draft.allDay ? draft.start.slice(0, 10) : draft.start, draft.zone);
      return repeat ? capital(sentence(repeat, language)) : say(rule ? 'repeat_own' : 'repeat_none');
    }
    case 'people':
      return draft.attendees.map((one) => one.name || one.address).join(', ');
    case 'calendar':
      return calendars.find((one) => one.id === draft.calendarId)?.name ?? '';
    case 'categories':
      return draft.categories.join(', ');
    case 'transparency':
      return say(draft.transparency === 'free' ? 'shownFree' : 'shownBusy');
    case 'visibility':
      return say(
        draft.visibility === 'private' || draft.visibility === 'confidential'
          ? `visible_${draft.visibility}`
          : 'visible_default',
      );
    case 'reminders':
      return (draft.reminders ?? []).map((one) => reminderWords(one, language)).join(', ');
    case 'color':
    case 'conference':
      return draft[part] ?? '';
    default:
      return draft[part];
  }
}
