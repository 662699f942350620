import { api, Refusal, type Query } from '../api/client';
import type { CalendarEvent, Moment } from '../api/types';
import { store } from '../calendar/store.svelte';
import { t } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { fromWall } from '../time/zones';
import { toast } from '../ui/toast.svelte';

/**
 * Where events are planned, looked at and changed. The bar, the grid and the keys call it; EventDesk draws what it
 * holds. Times are wall clocks of the display zone, `2026-12-01T10:00:00`, or days `2026-12-01` with an exclusive end.
 */
class Desk {
  planned = $state<{ start: string; end: string; anchor?: DOMRect } | null>(null);
  opened = $state<{ event: CalendarEvent; anchor?: DOMRect } | null>(null);

  /** Whether something is open that the keys of the grid must not disturb. */
  get busy(): boolean {
    return Boolean(this.planned ?? this.opened);
  }

  plan(start: string, end: string, anchor?: DOMRect): void {
    this.planned = { start, end, anchor };
  }

  open(event: CalendarEvent, anchor?: DOMRect): void {
    this.opened = { event, anchor };
  }

  edit(event: CalendarEvent): void {
    this.open(event);
  }

  remove(event: CalendarEvent): void {
    this.open(event);
  }

  /** Moves or resizes; `revert` puts the grid back when the server or the person says no. */
  async move(event: CalendarEvent, start: string, end: string, revert: () => void): Promise<void> {
    const zone = event.start.timeZone ?? session.zone;
    const body = { start: fromWall(start, session.zone, zone), end: fromWall(end, session.zone, zone) };
    const query: Query = event.instance ? { scope: 'this', instance: event.instance } : {};
    try {
      const moved = await api.patch<CalendarEvent>(`/events/${event.id}`, event.etag, body, query);
      toast.show({ text: t('moved'), undo: () => this.#putBack(event, moved, query) });
    } catch (refusal) {
      revert();
      toast.show({ text: refusal instanceof Refusal ? refusal.words : t('failed') });
    }
    await store.refresh();
  }

  async #putBack(before: CalendarEvent, moved: CalendarEvent, query: Query): Promise<void> {
    const body = { start: plain(before.start), end: plain(before.end) };
    await api.patch(`/events/${before.id}`, moved.etag, body, query).catch(() => toast.show({ text: t('failed') }));
    await store.refresh();
  }
}

/** Without what only answers carry. */
function plain({ date, dateTime, timeZone }: Moment): Moment {
  return date ? { date } : { dateTime, timeZone };
}

export const desk = new Desk();
