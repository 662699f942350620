import { api } from '../api/client';
import { wordsOf } from '../api/refusals';
import type { CalendarEvent } from '../api/types';
import { route } from '../calendar/route.svelte';
import { session } from '../session/session.svelte';
import { toWall } from '../time/zones';
import { toast } from '../ui/toast.svelte';
import { desk } from './desk.svelte';

const YEAR = 366 * 86_400_000;

/** Opens the event that a mail or a message leads to by `?uid=`, on its day; of a series the next time that it is. */
export async function openLinked(parameters: URLSearchParams): Promise<void> {
  const uid = parameters.get('uid');
  if (!uid) return;
  try {
    const found = await api.get<CalendarEvent>('/events', { uid });
    const event = (found.recurring && (await next(found))) || found;
    route.go(route.view, toWall(event.start, session.zone).slice(0, 10));
    desk.open(event);
  } catch (refusal) {
    toast.show({ text: wordsOf(refusal) });
  }
}

async function next(series: CalendarEvent): Promise<CalendarEvent | undefined> {
  const now = Date.now();
  const { items } = await api.get<{ items: CalendarEvent[] }>('/events', {
    from: new Date(now).toISOString(),
    to: new Date(now + YEAR).toISOString(),
    calendar: series.calendarId,
    q: series.title,
  });
  return items.find((one) => one.id === series.id);
}
