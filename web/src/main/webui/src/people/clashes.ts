import type { CalendarEvent } from '../api/types';
import { t } from '../i18n/index.svelte';
import { clock } from '../time/format';
import { toWall } from '../time/zones';

const MOST = 2;

/** Of my own events those that take my time. */
export function clashesOf(events: CalendarEvent[], except: string): CalendarEvent[] {
  return events.filter(
    (one) =>
      one.id !== except &&
      one.status !== 'cancelled' &&
      one.transparency !== 'free' &&
      one.myStatus !== 'declined' &&
      !one.start.date,
  );
}

/** «Планёрка» 10:00–11:00, «Обед» 13:00–14:00 и ещё 1. */
export function spoken(events: CalendarEvent[], zone: string): string {
  const shown = events
    .slice(0, MOST)
    .map((one) => `«${one.title || t('untitled')}» ${clock(toWall(one.start, zone))}–${clock(toWall(one.end, zone))}`);
  const more = events.length - shown.length;
  return shown.join(', ') + (more > 0 ? ` ${t('moreClashes', { n: more })}` : '');
}
