import { wordsOf } from '../api/refusals';
import type { CalendarEvent } from '../api/types';
import { store } from '../calendar/store.svelte';
import { t } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { fromWall } from '../time/zones';
import { toast } from '../ui/toast.svelte';
import { asking, type Reply } from './asking.svelte';
import { draftOf, type Draft } from './draft';
import { Editing } from './editing.svelte';
import { askFor, exceptionsFrom, hasGuests, patch, putBack, remove, undoable, whole } from './saving';

/**
 * Where events are planned, looked at and changed. The bar, the grid and the keys call it; EventDesk draws what it
 * holds. Times are wall clocks of the display zone, `2026-12-01T10:00:00`, or days `2026-12-01` with an exclusive end.
 */
class Desk {
  planned = $state.raw<{ editing: Editing; anchor?: DOMRect } | null>(null);
  opened = $state.raw<{ event: CalendarEvent; anchor?: DOMRect } | null>(null);
  editing = $state.raw<Editing | null>(null);
  quick = $state(false);

  /** Whether something is open that the keys of the grid must not disturb. */
  get busy(): boolean {
    return Boolean(this.planned ?? this.opened ?? this.editing ?? asking.question) || this.quick;
  }

  plan(start: string, end: string, anchor?: DOMRect): void {
    this.planned = { editing: Editing.fresh(start, end), anchor };
  }

  /** The popover again, as it was left. */
  reopen(editing: Editing, anchor?: DOMRect): void {
    this.planned = { editing: editing.again(), anchor };
  }

  /** The line in which an event is written as a sentence. */
  quickAdd(): void {
    this.quick = true;
  }

  open(event: CalendarEvent, anchor?: DOMRect): void {
    this.opened = { event, anchor };
  }

  edit(event: CalendarEvent): void {
    this.opened = null;
    this.editing = Editing.of(event);
  }

  /** From the popover into the full form, with what was typed. */
  more(editing: Editing): void {
    this.planned = null;
    this.editing = editing;
  }

  /** A new event that is like this one; nobody is told before it is saved. */
  async duplicate(event: CalendarEvent): Promise<void> {
    const found = (await whole(event)).event;
    const draft: Draft = {
      ...draftOf(found, session.zone),
      title: t('copyOf', { title: found.title || t('untitled') }),
    };
    if (event.instance) draft.recurrence = [];
    draft.attendees = draft.attendees.filter((one) => one.address !== session.user?.address);
    this.opened = null;
    this.editing = new Editing(draft);
  }

  async remove(event: CalendarEvent): Promise<void> {
    try {
      const { event: found, series } = await whole(event);
      const guests = found.canEdit && hasGuests(found);
      const one = found.recurring && found.instance;
      const lost = exceptionsFrom(found);
      const reply =
        one || guests
          ? await asking.ask({
              ...{ act: 'delete', title: found.title, guests, changes: [], urgent: true },
              scopes: one ? ['this', 'following', 'all'] : [],
              lost: { following: lost.following?.length ?? 0, all: lost.all?.length ?? 0 },
            })
          : ({ scope: 'all', notify: 'all' } as const);
      if (!reply) return;
      this.opened = null;
      store.events = store.events.filter((shown) => !covers(reply, found, shown));
      undoable(t('deleted'), await remove(found, series, reply));
    } catch (refusal) {
      this.#failed(refusal);
    }
    await store.refresh();
  }

  /** Moves or resizes; `revert` puts the grid back when the server or the person says no. */
  async move(event: CalendarEvent, start: string, end: string, revert: () => void): Promise<void> {
    try {
      const found = await whole(event);
      const before = { ...found.event, etag: event.etag };
      const zone = before.start.timeZone ?? session.zone;
      const moment = (wall: string, of: string) => fromWall(wall, session.zone, of);
      const times = { start: moment(start, zone), end: moment(end, before.end.timeZone ?? zone) };
      const after = draftOf({ ...before, ...times }, session.zone);
      const reply = await askFor('move', before, draftOf(before, session.zone), after);
      if (!reply) return revert();
      const moved = await patch(before, times, reply);
      undoable(t(resized(before, moved) ? 'resized' : 'moved'), () => putBack(found, moved, reply));
    } catch (refusal) {
      revert();
      this.#failed(refusal);
    }
    await store.refresh();
  }

  #failed(refusal: unknown): void {
    toast.show({ text: wordsOf(refusal) });
  }
}

/** Whether a deletion takes what is shown away; the server's word follows. */
function covers({ scope }: Reply, gone: CalendarEvent, shown: CalendarEvent): boolean {
  if (shown.id !== gone.id) return false;
  if (!gone.instance || scope === 'all') return true;
  return shown.instance === gone.instance || (scope === 'following' && (shown.instance ?? '') > gone.instance);
}

function resized(before: CalendarEvent, after: CalendarEvent): boolean {
  return before.start.instant === after.start.instant && before.start.date === after.start.date;
}

export const desk = new Desk();
