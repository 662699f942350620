import type { CalendarEvent } from '../api/types';
import { t, words } from '../i18n/index.svelte';
import { fullDay, span } from '../time/format';
import { addDays, addMinutes, clockTime } from '../time/zones';
import { announcer } from '../ui/announce.svelte';
import { settings } from '../settings/settings.svelte';
import { keyOf, nameOf } from './drawn';
import { focus } from './focus.svelte';
import { step } from './period';
import { route } from './route.svelte';
import { Shifts, type Shift } from './shifts';
import { byDay, wallsOf } from './walls';

interface Grid {
  days: () => string[];
  events: () => CalendarEvent[];
  month: () => boolean;
  today: () => string;
  plan: (start: string, end: string, at: DOMRect) => void;
  move: (event: CalendarEvent, start: string, end: string) => void;
}

/** Said in words once for each event that is drawn, not each time that something moves. */
const named = new WeakMap<HTMLElement, CalendarEvent>();

function name(element: HTMLElement, event: CalendarEvent): void {
  if (named.get(element) === event) return;
  named.set(element, event);
  element.ariaLabel = nameOf(event);
}

/** «ещё 3» of a day, after whose name it asks. */
function nameMore(element: HTMLElement): void {
  const day = element.dataset.event?.slice('more '.length);
  if (day) element.ariaLabel = `${element.textContent?.trim() ?? ''}, ${fullDay(day, words.language)}`;
}

/** Milliseconds: first what is new is seen, then it is named. */
const AFTER_PAINT = 30;

const ARROWS = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];

/**
 * The keys of the grid: it is one stop of the tab key, inside it the arrows walk days and events, and with Alt they move
 * an event, with Alt and Shift they resize it. The component draws and knows nothing of this.
 */
export class Roving {
  #root: HTMLElement | null = null;
  /** A day, or the key of an event. */
  #at = '';
  #held = false;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #byDay = new Map<string, CalendarEvent[]>();
  readonly #shifts: Shifts;

  constructor(private readonly grid: Grid) {
    this.#shifts = new Shifts((event, start, end) => grid.move(event, start, end));
  }

  attach = (root: HTMLElement) => {
    this.#root = root;
    const watch = new MutationObserver(() => {
      clearTimeout(this.#soon);
      this.#soon = setTimeout(() => this.#settle(), AFTER_PAINT);
    });
    watch.observe(root, { childList: true, characterData: true, subtree: true, attributeFilter: ['data-event'] });
    document.addEventListener('keydown', this.#keys);
    root.addEventListener('focusin', this.#focused);
    root.addEventListener('focusout', this.#left);
    this.#settle();
    return () => {
      watch.disconnect();
      clearTimeout(this.#soon);
      document.removeEventListener('keydown', this.#keys);
    };
  };

  /** Names everything that can be focused and leaves one stop for the tab key. */
  #settle(): void {
    const root = this.#root;
    if (!root) return;
    for (const one of root.querySelectorAll('.ec, .ec-main [role]:not(.ec-event, dialog *)'))
      one.removeAttribute('role');
    for (const one of root.querySelectorAll('[aria-colindex]')) one.removeAttribute('aria-colindex');
    this.#byDay = byDay(
      this.grid.events(),
      this.grid.days()[0] ?? '',
      addDays(this.grid.days().at(-1) ?? '2000-01-01', 1),
    );
    const known = new Map(this.grid.events().map((event) => [keyOf(event), event]));
    for (const one of root.querySelectorAll<HTMLElement>('.ec-event')) {
      const event = known.get(one.dataset.event ?? '');
      one.tabIndex = -1;
      if (event) name(one, event);
      else if (one.classList.contains('more')) nameMore(one);
      else one.removeAttribute('role');
    }
    this.#cells().forEach((cell, n) => {
      const day = this.grid.days()[n];
      cell.tabIndex = -1;
      if (!day) return; // of a view that is about to go
      const count = this.#eventsOf(day).length;
      cell.dataset.day = day;
      cell.role = 'group';
      cell.ariaLabel = `${fullDay(day, words.language)}, ${t('eventCount', { n: count })}`;
    });
    for (const head of root.querySelectorAll<HTMLElement>('.day-head')) head.tabIndex = -1;
    const stop = this.#stop();
    if (stop) stop.tabIndex = 0;
    if (this.#held && document.activeElement === document.body) this.#element(this.#at)?.focus({ preventScroll: true });
  }

  #stop(): HTMLElement | undefined {
    const days = this.grid.days();
    return (
      this.#element(this.#at) ??
      this.#cell(days.includes(this.grid.today()) ? this.grid.today() : (days[0] ?? '')) ??
      this.#cells()[0]
    );
  }

  #cells(): HTMLElement[] {
    return [...(this.#root?.querySelectorAll<HTMLElement>('.ec-body .ec-day') ?? [])];
  }

  #cell(day: string): HTMLElement | undefined {
    return this.#cells()[this.grid.days().indexOf(day)];
  }

  #element(at: string): HTMLElement | undefined {
    if (!at) return undefined;
    return this.#drawn(at) ?? this.#cell(at);
  }

  #drawn(key: string): HTMLElement | null {
    return this.#root?.querySelector<HTMLElement>(`.ec-event[data-event="${CSS.escape(key)}"]`) ?? null;
  }

  #eventsOf(day: string): CalendarEvent[] {
    return this.#byDay.get(day) ?? [];
  }

  #go(at: string): void {
    this.#at = at;
    this.#held = true;
    this.#settle();
    const element = this.#element(at);
    element?.focus({ preventScroll: !element.classList.contains('ec-event') });
  }

  #focused = (event: FocusEvent) => {
    const element = (event.target as HTMLElement).closest<HTMLElement>('.ec-event, .ec-day');
    this.#held = true;
    this.#at = element?.dataset.event ?? element?.dataset.day ?? this.#at;
    focus.event = this.grid.events().find((one) => keyOf(one) === this.#at) ?? null;
    focus.day = element?.dataset.day ?? (focus.event ? wallsOf(focus.event).start.slice(0, 10) : '');
  };

  #left = (event: FocusEvent) => {
    if (!event.relatedTarget) return; // drawn anew, or another window
    this.#held = false;
  };

  #keys = (event: KeyboardEvent) => {
    const target = event.target as HTMLElement;
    const between = this.#held && target === document.body; // the element is being drawn anew
    const inside = this.#root?.contains(target) && target.matches('.ec-event, .ec-day');
    if (!between && !inside) return;
    const focused = focus.event;
    if (ARROWS.includes(event.key) && event.altKey && focused) this.#shift(focused, event);
    else if (ARROWS.includes(event.key) && !event.altKey && !event.ctrlKey && !event.metaKey) this.#walk(event.key);
    else if (event.key === 'Enter' && target.matches('.ec-day')) this.#plan();
    else if (event.key !== 'Enter') return; // the grid opens the event; the press must not click in what opens
    event.preventDefault();
    event.stopPropagation();
  };

  #plan(): void {
    const start = `${this.#at}T${clockTime(settings.earliest)}`;
    const cell = this.#cell(this.#at);
    if (cell) this.grid.plan(start, addMinutes(start, 60), cell.getBoundingClientRect());
  }

  #shift(event: CalendarEvent, { key, shiftKey }: KeyboardEvent): void {
    if (!event.canEdit) {
      announcer.say(t('notYours'));
      return;
    }
    const far = key === 'ArrowLeft' || key === 'ArrowRight' || Boolean(event.start.date);
    const sign = key === 'ArrowLeft' || key === 'ArrowUp' ? -1 : 1;
    const weekly = this.grid.month() && (key === 'ArrowUp' || key === 'ArrowDown') && !shiftKey;
    const by: Shift = weekly ? { days: 7 * sign } : far ? { days: sign } : { minutes: 15 * sign };
    const moved = this.#shifts.shift(event, by, shiftKey ? 'end' : 'whole');
    if (moved) announcer.say(span(moved.start, moved.end, words.language));
  }

  #walk(key: string): void {
    const days = this.grid.days();
    const event = focus.event;
    const day = event ? wallsOf(event).start.slice(0, 10) : this.#at.replace('more ', '');
    const here = days.includes(day) ? day : (days[0] ?? '');
    if (key === 'ArrowLeft' || key === 'ArrowRight') return this.#toDay(addDays(here, key === 'ArrowLeft' ? -1 : 1));
    const keys = [...this.#eventsOf(here).map(keyOf), `more ${here}`].filter((key) => this.#drawn(key));
    const next = keys.indexOf(this.#at) + (key === 'ArrowUp' ? -1 : 1);
    if (next >= 0 && next < keys.length) this.#go(keys[next] ?? here);
    else if (next < 0 && this.#at !== here) this.#go(here);
    else if (this.grid.month()) this.#toDay(addDays(here, key === 'ArrowUp' ? -7 : 7));
  }

  /** A day beyond the edge is in the next period, which is shown then. */
  #toDay(day: string): void {
    const days = this.grid.days();
    if (days.includes(day)) return this.#go(day);
    this.#at = day;
    this.#held = true;
    (document.activeElement as HTMLElement | null)?.blur();
    const way = day < (days[0] ?? '') ? -1 : 1;
    if (this.grid.month()) route.scroll(way);
    else route.go(route.view, step(route.view, route.day, way));
  }
}
