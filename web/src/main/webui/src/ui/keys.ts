import { keep, paste } from '../calendar/copies';
import { focus } from '../calendar/focus.svelte';
import { step, type View } from '../calendar/period';
import { route } from '../calendar/route.svelte';
import { desk } from '../event/desk.svelte';
import type { Key } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { today } from '../time/zones';
import { toast } from './toast.svelte';

/** The keys that work wherever no field has the focus, by place on the keyboard, so that every layout will do. */

export interface Doings {
  create: () => void;
  goTo: () => void;
  help: () => void;
}

const VIEW_KEYS: Record<string, View> = {
  KeyD: 'day',
  Digit1: 'day',
  KeyW: 'week',
  Digit2: 'week',
  Digit7: 'week',
  KeyX: 'workweek',
  Digit5: 'workweek',
  KeyM: 'month',
  Digit3: 'month',
  KeyA: 'agenda',
  KeyL: 'agenda',
  KeyY: 'year',
};

/** What the list of `?` shows, in its order. */
export const KEY_LIST: [string, Key][] = [
  ['C', 'key_create'],
  ['Q', 'key_quick'],
  ['T', 'today'],
  ['J  N', 'next'],
  ['K  P', 'previous'],
  ['D  1', 'view_day'],
  ['W  2  7', 'view_week'],
  ['X  5', 'view_workweek'],
  ['M  3', 'view_month'],
  ['A  L', 'view_agenda'],
  ['Y', 'view_year'],
  ['G', 'goTo'],
  ['/', 'search'],
  ['E', 'key_edit'],
  ['Del', 'key_remove'],
  ['Z', 'undo'],
  ['S', 'page_settings'],
  ['Ctrl + C,  Ctrl + V', 'key_copy'],
  ['Esc', 'close'],
  ['Ctrl + Enter', 'save'],
  ['← → ↑ ↓', 'key_walk'],
  ['Alt + ← → ↑ ↓', 'key_move'],
  ['Alt + Shift + ← → ↑ ↓', 'key_resize'],
  ['?', 'keys'],
];

const FIELDS = 'input, textarea, select, [contenteditable=true]';

/** Whether the key is meant for something else: a field, a dialog, a menu. */
function elsewhere(target: EventTarget | null): boolean {
  return (
    desk.busy ||
    Boolean(document.querySelector('dialog:modal')) ||
    (target instanceof Element && Boolean(target.closest(`${FIELDS}, [role=menu], [role=dialog]`)))
  );
}

function turn(direction: 1 | -1): void {
  route.go(route.view, step(route.view, route.day, direction));
}

function plain(event: KeyboardEvent, doings: Doings): boolean {
  const view = VIEW_KEYS[event.code];
  const actions: Record<string, () => void> = {
    KeyC: doings.create,
    KeyQ: () => desk.quickAdd(),
    KeyT: () => route.go(route.view, today(session.zone)),
    KeyJ: () => turn(1),
    KeyN: () => turn(1),
    KeyK: () => turn(-1),
    KeyP: () => turn(-1),
    KeyG: doings.goTo,
    KeyS: () => route.show('settings'),
    KeyZ: () => toast.undoNewest(),
    KeyE: () => focus.event && desk.edit(focus.event),
    Delete: () => focus.event && desk.remove(focus.event),
    Backspace: () => focus.event && desk.remove(focus.event),
    Escape: () => route.back(),
  };
  if (view) route.go(view, route.day);
  else if (event.code === 'Slash' || event.key === '/') search();
  else if (actions[event.code]) actions[event.code]?.();
  else return false;
  return true;
}

function search(): void {
  const field = document.getElementById('search');
  if (field?.checkVisibility()) field.focus();
  else route.show('search');
}

export function keys(event: KeyboardEvent, doings: Doings): void {
  if (elsewhere(event.target) || event.altKey) return;
  let done = false;
  if (event.ctrlKey || event.metaKey) done = copying(event);
  else if (event.key === '?' || (event.shiftKey && (event.code === 'Slash' || event.code === 'Digit7'))) {
    doings.help();
    done = true;
  } else if (!event.shiftKey) done = plain(event, doings);
  if (done) event.preventDefault();
}

function copying(event: KeyboardEvent): boolean {
  if (String(getSelection()) !== '') return false;
  if (event.code === 'KeyC' && focus.event) keep(focus.event);
  else if (event.code === 'KeyV') paste(focus.day || route.day);
  else return false;
  return true;
}
