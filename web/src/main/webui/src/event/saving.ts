import { api, type Query } from '../api/client';
import type { CalendarEvent, Moment, Scope } from '../api/types';
import { store } from '../calendar/store.svelte';
import { t, words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { toast } from '../ui/toast.svelte';
import { asking, type ChangeRow, type Reply } from './asking.svelte';
import { changedParts, mustBeTold, seenByGuests, told, type Part } from './changes';
import { draftOf, patchOf, type Draft } from './draft';

/** Requests about events, and how each is taken back. */

export function aim(event: CalendarEvent, { scope, notify }: Partial<Reply>): Query {
  const told = notify === 'none' ? { notify } : {};
  return event.recurring && event.instance && scope ? { ...told, scope, instance: event.instance } : told;
}

export function read(event: CalendarEvent): Promise<CalendarEvent> {
  return api.get<CalendarEvent>(`/events/${event.id}`, { instance: event.instance });
}

/** The event itself, where `event` is one instance of it; tells the rule and the exceptions. */
export function master(event: CalendarEvent): Promise<CalendarEvent> {
  return api.get<CalendarEvent>(`/events/${event.id}`);
}

/** An instance that was changed on its own says no rule; the form shows that of the series. */
export async function whole(event: CalendarEvent): Promise<Before> {
  if (!event.recurring || !event.instance) {
    const found = await master(event);
    return { event: found, series: found };
  }
  const [one, series] = await Promise.all([read(event), master(event)]);
  return { event: { ...one, recurrence: series.recurrence, exceptions: series.exceptions }, series };
}

export function rows(before: Draft, after: Draft, parts: Part[]): ChangeRow[] {
  const speech = { language: words.language, calendars: store.calendars, say: t };
  return parts.map((part) => ({ part, was: told(before, part, speech), now: told(after, part, speech) }));
}

export function hasGuests(event: CalendarEvent): boolean {
  return (event.attendees ?? []).some((one) => one.kind !== 'room' && one.address !== session.user?.address);
}

/** Which exceptions a change of the series touches, by how far it goes. */
export function exceptionsFrom(event: CalendarEvent): Partial<Record<Scope, string[]>> {
  const all = event.exceptions ?? [];
  const others = all.filter((one) => one !== event.instance);
  return { all: others, following: others.filter((one) => one > (event.instance ?? '')) };
}

/** Which of the exceptions the new rule has no place for. Beyond what the server foretells they may be lost. */
async function withoutPlace(exceptions: string[], start: Moment, recurrence: string[]): Promise<string[]> {
  if (!exceptions.length) return [];
  const body = { start, recurrence, limit: 50 };
  const items = recurrence.length
    ? await api
        .post<{ items: Moment[] }>('/recurrence/preview', body)
        .then((page) => page.items.map((one) => one.date ?? one.instant ?? ''))
        .catch(() => [])
    : [];
  return exceptions.filter((one) => !items.includes(one));
}

/** Asks what must be asked before a change; null when the person thought better of it. */
export async function askFor(
  act: 'save' | 'move',
  event: CalendarEvent,
  before: Draft,
  after: Draft,
): Promise<Reply | null> {
  const parts = changedParts(before, after);
  const shown = seenByGuests(parts);
  const guests = event.canEdit && shown.length > 0 && (hasGuests(event) || after.attendees.some(isPerson));
  const series = event.recurring && Boolean(event.instance) && parts.some((part) => part !== 'calendar');
  if (!guests && !series) return { scope: 'all', notify: 'all' };
  const ruled = parts.includes('repeat');
  const scopes: Scope[] = !series ? [] : ruled ? ['following', 'all'] : ['this', 'following', 'all'];
  const lost: Partial<Record<Scope, number>> = {};
  if (ruled) {
    const start = patchOf(before, after).start ?? patchOf({ ...after, start: '' }, after).start;
    for (const [scope, ids] of Object.entries(exceptionsFrom(event))) {
      lost[scope as Scope] = (await withoutPlace(ids, start as Moment, after.recurrence)).length;
    }
  }
  return asking.ask({
    ...{ act, title: after.title, scopes, lost, guests, notThis: series && ruled },
    changes: rows(before, after, shown),
    urgent: mustBeTold(parts),
  });
}

function isPerson(guest: { kind: string; address: string }): boolean {
  return guest.kind !== 'room' && guest.address !== session.user?.address;
}

export async function patch(event: CalendarEvent, body: Record<string, unknown>, reply: Reply): Promise<CalendarEvent> {
  return api.patch<CalendarEvent>(`/events/${event.id}`, event.etag, body, aim(event, reply));
}

/** An event as it was, and its series where it is one instance of it. */
export interface Before {
  event: CalendarEvent;
  series: CalendarEvent;
}

/** Takes a change back. A series that was split is put together again. */
export async function putBack({ event, series }: Before, saved: CalendarEvent, reply: Reply): Promise<void> {
  const one = event.recurring && event.instance !== null;
  if (one && saved.id !== event.id) {
    await api.remove(`/events/${saved.id}`, saved.etag);
    const now = await master(event);
    await patch({ ...now, instance: null }, { recurrence: series.recurrence ?? [] }, reply);
    return;
  }
  const back = one && reply.scope === 'this' ? { ...event, recurrence: saved.recurrence } : series;
  const body = patchOf(draftOf(saved, session.zone), draftOf(back, session.zone));
  await patch(
    { ...back, etag: saved.etag, instance: one && reply.scope === 'this' ? event.instance : null },
    body,
    reply,
  );
}

/** Deletes; what is returned brings it back. */
export async function remove(event: CalendarEvent, series: CalendarEvent, reply: Reply): Promise<() => Promise<void>> {
  await api.remove(`/events/${event.id}`, event.etag, aim(event, reply));
  const whole = !event.recurring || !event.instance || reply.scope === 'all';
  if (whole) return () => api.post(`/events/${event.id}/restore`).then(() => undefined);
  return async () => {
    const now = await master(event).catch(() => null);
    if (!now) {
      await api.post(`/events/${event.id}/restore`);
      return;
    }
    const back = await patch({ ...now, instance: null }, { recurrence: series.recurrence ?? [] }, reply);
    if (!series.exceptions?.includes(event.instance ?? '')) return;
    const plain = await read({ ...event, etag: back.etag });
    const body = patchOf(
      draftOf(plain, session.zone),
      draftOf({ ...event, recurrence: plain.recurrence }, session.zone),
    );
    await patch({ ...event, etag: back.etag }, body, { ...reply, scope: 'this' });
  };
}

/** A toast that can undo; the grid follows what the server says. */
export function undoable(text: string, undo: () => Promise<void>): void {
  toast.show({
    text,
    undo: async () => {
      try {
        await undo();
        toast.show({ text: t('undone'), seconds: 3 });
      } catch {
        toast.show({ text: t('failed') });
      }
      await store.refresh();
    },
  });
}
