import type { Calendar, CalendarEvent, User } from '../api/types';

/**
 * What can be read without a network: the last two weeks and the next four, as of when they were fetched, for nobody
 * but whose they are.
 *
 * `at` is a wall clock in the zone of the person.
 */
export interface Snapshot {
  user: User;
  at: string;
  calendars: Calendar[];
  events: CalendarEvent[];
}

const CACHE = 'kalends-data';
const PLACE = '/offline/events';
export const BEHIND = 14;
export const AHEAD = 28;

export async function keepSnapshot(snapshot: Snapshot): Promise<void> {
  if (!('caches' in globalThis)) return;
  const cache = await caches.open(CACHE);
  await cache.put(PLACE, new Response(JSON.stringify(snapshot)));
}

export async function keptSnapshot(): Promise<Snapshot | null> {
  if (!('caches' in globalThis)) return null;
  const kept = await caches.match(PLACE);
  return kept ? ((await kept.json()) as Snapshot) : null;
}

/** Whoever logs out leaves nothing behind. */
export async function forgetSnapshot(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(CACHE);
}
