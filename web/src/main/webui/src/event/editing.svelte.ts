import { api, Refusal } from '../api/client';
import { why } from '../api/refusals';
import type { CalendarEvent, Holder } from '../api/types';
import { Transfers } from '../attachment/transfers.svelte';
import { live, ofLock } from '../calendar/live';
import { store } from '../calendar/store.svelte';
import { t } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import type { Reply } from './asking.svelte';
import { changedParts, compared, take, type Part } from './changes';
import { changed, draftOf, endsBeforeStart, inputOf, newDraft, patchOf, type Draft } from './draft';
import { kept, type Kept } from './keep';
import { Lease } from './lease.svelte';
import type { Conflict, News, Trouble } from './editingStates';
import { rememberService } from './links';
import { askFor, patch, putBack, undoable, whole, type Before } from './saving';

/** An event in the full editor, from opening it to a save that the server took. */
export class Editing {
  draft = $state() as Draft;
  /** What the draft began with, and what is compared when somebody else saves first. */
  base = $state.raw() as Draft;
  event = $state.raw<CalendarEvent | null>(null);
  series = $state.raw<CalendarEvent | null>(null);
  lease = $state.raw<Lease | null>(null);
  state = $state<'loading' | 'open' | 'saving' | 'gone'>('loading');
  trouble = $state.raw<Trouble | null>(null);
  roomConflict = $state.raw<Record<string, unknown> | null>(null);
  conflict = $state.raw<Conflict | null>(null);
  news = $state.raw<News | null>(null);
  readonly transfers = new Transfers();
  #reply: Reply | null = null;
  #stop = () => undefined as unknown;
  readonly #user = session.user?.id ?? '';

  constructor(start: Draft, typed: Draft = start) {
    this.base = start;
    this.draft = typed;
    this.state = 'open';
  }

  /** Of an event that is there: read afresh, and locked for others. */
  static of(event: CalendarEvent): Editing {
    const editing = new Editing(draftOf(event, session.zone));
    editing.event = event;
    editing.state = 'loading';
    editing.lease = new Lease(event.id);
    void editing.#open(event);
    return editing;
  }

  static fresh(start: string, end: string): Editing {
    return new Editing(
      newDraft(start, end, session.zone, store.calendars.find((one) => one.isDefault)?.id ?? 'default'),
    );
  }

  /** What was typed, in a form of its own. */
  again(): Editing {
    return new Editing(this.base, $state.snapshot(this.draft));
  }

  async #open(event: CalendarEvent): Promise<void> {
    const lock = this.lease?.take();
    this.#stop = live.of(event.id, (kind) => ofLock(kind) || void this.reread());
    try {
      this.#adopt(await whole(event));
      this.draft = structuredClone(this.base);
      await lock;
      this.state = 'open';
    } catch (refusal) {
      this.#refused(refusal);
      this.state = refusal instanceof Refusal && refusal.status === 404 ? 'gone' : 'open';
    }
  }

  /** After somebody else was done: locked again, and what he changed is told. */
  async resume(): Promise<void> {
    if (!(await this.lease?.take()) || !this.event) return;
    this.trouble = null;
    if (this.dirty) return this.reread();
    try {
      this.#adopt(await whole(this.event));
      this.draft = structuredClone(this.base);
      this.news = null;
    } catch (refusal) {
      await this.#refused(refusal);
    }
  }

  #adopt({ event, series }: Before): void {
    this.event = event;
    this.series = series;
    this.base = draftOf(event, session.zone);
  }

  get dirty(): boolean {
    return changed(this.base, this.draft) || (!this.event && this.transfers.list.length > 0);
  }

  get readOnly(): boolean {
    return this.state !== 'open' || this.lease?.state === 'held' || this.lease?.state === 'free';
  }

  /** The copy of somebody who was invited: only what is his own can change. */
  get personal(): boolean {
    return this.event !== null && !this.event.canEdit;
  }

  get draftKey(): string {
    return this.event ? this.event.id + (this.event.instance ?? '') : 'new';
  }

  /** Somebody else may have changed it; what is typed stays, and he is told what. */
  async reread(): Promise<void> {
    const known = this.event;
    if (!known || this.state === 'saving') return;
    try {
      const now = await whole(known);
      if (now.event.etag === this.event?.etag || this.state !== 'open') return;
      const theirs = draftOf(now.event, session.zone);
      const parts = changedParts(this.base, theirs);
      if (parts.length) this.news = { now, theirs, parts };
      else this.#adopt(now);
    } catch (refusal) {
      if (refusal instanceof Refusal && refusal.status === 404) this.state = 'gone';
    }
  }

  /** The other's changes into the form, where they do not meet one's own; else both are shown. */
  takeNews(): void {
    if (!this.news) return;
    const now = this.news.now;
    this.news = null;
    this.#compare(now);
    if (this.conflict?.rows.some((row) => row.mine && row.theirs)) return;
    this.resolve([]);
  }

  #compare(now: Before): void {
    const theirs = draftOf(now.event, session.zone);
    this.news = null;
    this.conflict = { now, theirs, rows: compared(this.base, this.draft, theirs) };
  }

  /** The present state, with these parts as they are in the form, and all that only the form has changed. */
  resolve(mine: Part[]): void {
    if (!this.conflict) return;
    const { now, theirs, rows } = this.conflict;
    const own = rows.filter((row) => (row.mine && !row.theirs) || mine.includes(row.part)).map((row) => row.part);
    this.draft = take(theirs, own, $state.snapshot(this.draft));
    this.#adopt(now);
    this.conflict = null;
  }

  /** After the comparison: what was chosen part by part, sent at once with the answers given before. */
  async saveChosen(mine: Part[]): Promise<boolean> {
    if (!this.conflict) return false;
    const { now, theirs } = this.conflict;
    this.draft = take(theirs, mine, $state.snapshot(this.draft));
    this.#adopt(now);
    this.conflict = null;
    return this.save(this.#reply);
  }

  /** True when the server took it. A failed save keeps the form. */
  async save(answered: Reply | null = null): Promise<boolean> {
    const after = $state.snapshot(this.draft);
    this.trouble = null;
    this.roomConflict = null;
    if (endsBeforeStart(after)) {
      this.trouble = { words: t('endBeforeStart'), requestId: '', fields: [] };
      return false;
    }
    try {
      if (!this.event) return await this.#create(after);
      if (!changed(this.base, after)) return true;
      const reply = answered ?? (await askFor('save', this.event, this.base, after));
      if (!reply) return false;
      this.#reply = reply;
      this.state = 'saving';
      return await this.#change(this.event, after, reply);
    } catch (refusal) {
      await this.#refused(refusal);
      return false;
    } finally {
      if (this.state === 'saving') this.state = 'open';
    }
  }

  async #create(after: Draft): Promise<boolean> {
    this.state = 'saving';
    const made = await api.post<CalendarEvent>('/events', inputOf(after));
    rememberService(after.conference);
    this.forget();
    const whole = await this.transfers.deliver(made.id);
    await store.refresh();
    if (whole) undoable(t('created'), () => api.remove(`/events/${made.id}`, store.etagOf(made)).then(() => undefined));
    return true;
  }

  async #change(event: CalendarEvent, after: Draft, reply: Reply): Promise<boolean> {
    const body = patchOf(this.base, after);
    let saved = Object.keys(body).length ? await patch(event, body, reply) : event;
    if (after.calendarId !== this.base.calendarId) {
      saved = await patch({ ...saved, instance: null }, { calendarId: after.calendarId }, reply);
    }
    this.forget();
    await store.refresh();
    const before = { event, series: this.series ?? event };
    undoable(t('saved'), () => putBack(before, saved, reply));
    return true;
  }

  async #refused(refusal: unknown): Promise<void> {
    if (!(refusal instanceof Refusal)) throw refusal;
    if (refusal.status === 412 && this.event) {
      this.#compare(await whole(this.event));
      return;
    }
    if (refusal.status === 423) this.lease?.heldBy(refusal.problem as unknown as { holder: Holder; until: string });
    if (refusal.status === 409) this.roomConflict = refusal.problem;
    this.trouble = { words: why(refusal), requestId: refusal.requestId, fields: refusal.fields };
  }

  /** A draft that an accident left behind. */
  get left(): Kept | null {
    return this.state === 'loading' ? null : kept.find(this.#user, this.draftKey, this.event?.etag ?? '');
  }

  /** Called while it is typed. */
  keep(): void {
    if (this.state !== 'open' || this.readOnly) return;
    if (this.dirty) kept.put(this.#user, this.draftKey, this.event?.etag ?? '', $state.snapshot(this.draft));
  }

  bring(draft: Draft): void {
    this.draft = structuredClone(draft);
  }

  forget(): void {
    kept.drop(this.#user, this.draftKey);
  }

  close(): void {
    this.#stop();
    void this.lease?.release();
  }
}
