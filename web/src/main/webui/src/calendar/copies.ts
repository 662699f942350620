import { api } from '../api/client';
import { wordsOf } from '../api/refusals';
import type { CalendarEvent } from '../api/types';
import { t } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { addDays, addMinutes, fromWall, minutesBetween, toWall } from '../time/zones';
import { toast } from '../ui/toast.svelte';
import { store } from './store.svelte';

/** Copies of events: Alt and drag, Ctrl+C and Ctrl+V. Nobody is invited to a copy; that is for its planner to do. */

let kept: CalendarEvent | null = null;

export function keep(event: CalendarEvent): void {
  kept = event;
  toast.show({ text: t('copied', { title: event.title || t('untitled') }), seconds: 3 });
}

export function paste(day: string): void {
  if (!kept) return;
  const start = toWall(kept.start, session.zone);
  void copy(kept, start.length === 10 ? day : day + start.slice(10));
}

export async function copy(event: CalendarEvent, start: string): Promise<void> {
  try {
    const whole = await api.get<CalendarEvent>(`/events/${event.id}`, { instance: event.instance });
    const { title, description, location, calendarId, visibility, transparency } = whole;
    const times = timesOf(event, start);
    const made = await api.post<CalendarEvent>('/events', {
      ...{ title, description, location, calendarId, visibility, transparency },
      start: fromWall(times.start, session.zone),
      end: fromWall(times.end, session.zone),
    });
    toast.show({ text: t('copyMade'), undo: () => remove(made) });
  } catch (refusal) {
    toast.show({ text: wordsOf(refusal) });
  }
  await store.refresh();
}

async function remove(made: CalendarEvent): Promise<void> {
  await api.remove(`/events/${made.id}`, made.etag).catch(() => toast.show({ text: t('failed') }));
  await store.refresh();
}

/** As long as the event was, from another start; dropped on the row of whole days it takes one. */
function timesOf(event: CalendarEvent, start: string): { start: string; end: string } {
  const from = toWall(event.start, session.zone);
  const to = toWall(event.end, session.zone);
  if (start.length === 10 && from.length > 10) return { start, end: addDays(start, 1) };
  if (start.length > 10 && from.length === 10) return { start, end: addMinutes(start, 60) };
  const minutes = minutesBetween(
    `${from.slice(0, 10)}T${from.slice(11) || '00:00'}`,
    `${to.slice(0, 10)}T${to.slice(11) || '00:00'}`,
  );
  return start.length === 10
    ? { start, end: addDays(start, Math.round(minutes / 1440)) }
    : { start, end: addMinutes(start, minutes) };
}
