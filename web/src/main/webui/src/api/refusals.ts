import { t, words, type Key } from '../i18n/index.svelte';
import { Refusal } from './client';

/** What the server refused, in plain words: its own are for programs. */

const TYPES: Record<string, Key> = {
  stale: 'refused_stale',
  'edit-locked': 'refused_locked',
  'room-busy': 'refused_room',
  'unknown-attendee': 'refused_attendee',
  forbidden: 'refused_forbidden',
  'not-found': 'refused_gone',
  'too-large': 'refused_large',
  'quota-exceeded': 'refused_quota',
  'rate-limited': 'refused_often',
  unauthorized: 'refused_session',
};

const FIELDS: [RegExp, Key][] = [
  [/^title/, 'part_title'],
  [/^(start|end)/, 'part_time'],
  [/^recurrence/, 'part_repeat'],
  [/^location/, 'part_location'],
  [/^attendees/, 'part_people'],
  [/^description/, 'part_description'],
  [/^calendarId/, 'part_calendar'],
  [/^reminders/, 'part_reminders'],
  [/^categories/, 'part_categories'],
  [/^conference/, 'part_conference'],
  [/^visibility/, 'part_visibility'],
  [/^color/, 'part_color'],
];

/** With the number of the request to be told to whoever is asked for help, where the server itself failed. */
export function wordsOf(refusal: unknown): string {
  if (!(refusal instanceof Refusal)) return t('failed');
  const { status, requestId } = refusal;
  return status >= 500 && requestId ? `${why(refusal)} (${t('requestId', { id: requestId })})` : why(refusal);
}

/** For a place that shows the number of the request by itself. */
export function why(refusal: Refusal): string {
  if (refusal.status === 0) return t('refused_offline');
  const type = String(refusal.problem.type ?? '').replace('urn:kalends:problem:', '');
  const holder = refusal.problem.holder as { name: string } | undefined;
  const key = TYPES[type];
  if (key) return t(key, { name: holder?.name ?? '' });
  if (!refusal.fields.length) return refusal.status >= 500 ? t('refused_server') : refusal.message;
  return refusal.fields.map(fieldWords).join('; ');
}

/** The field by the name that it has in the form; what is wrong with it, as far as one language can say it. */
export function fieldWords({ field, message }: { field: string; message: string }): string {
  const known = FIELDS.find(([pattern]) => pattern.test(field));
  const label = known ? t(known[1]) : field;
  return words.language === 'en' ? `${label}: ${message}` : t('refused_field', { field: label, why: message });
}
