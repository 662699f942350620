import Globe from '@lucide/svelte/icons/globe';
import Lock from '@lucide/svelte/icons/lock';
import Repeat from '@lucide/svelte/icons/repeat';
import { mount, type Component } from 'svelte';
import type { CalendarEvent } from '../../api/types';
import { session } from '../../session/session.svelte';
import { clock } from '../../time/format';
import type { Extended } from '../drawn';

/** An event as the grid component gives it to who draws it. */
export interface GridEvent {
  title: string;
  allDay: boolean;
  /** Of both ends the parts in UTC are the wall clock. */
  start: Date;
  end: Date;
  extendedProps: Extended;
}

type Sign = 'private' | 'recurring' | 'outside';

const ICONS: Record<Sign, Component<{ size: number }>> = { private: Lock, recurring: Repeat, outside: Globe };
const drawnOnce = new Map<Sign, Node>();

/**
 * What is written on an event, as plain nodes: there are hundreds in a view. Only the title is text: the name of the event
 * says the rest, in an order of its own.
 */
export function face(event: GridEvent, month: boolean, narrow: boolean): HTMLElement {
  const { of, brief } = event.extendedProps;
  const line = month || event.allDay || brief;
  if (narrow) {
    const only = part('div', `ec-event-body face${line ? ' line' : ''}`);
    only.append(part('b', '', event.title));
    return only;
  }
  const signs = of ? signsOf(of) : [];
  const body = part('div', `ec-event-body face${line ? ' line' : ''}${signs.length ? ' signed' : ''}`);
  const start = clock(event.start.toISOString());
  if (line && !event.allDay) body.append(said('when', start));
  body.append(part('b', '', event.title));
  if (!line) body.append(said('when', `${start}–${clock(event.end.toISOString())}`));
  if (!line && of?.location) body.append(said('where', of.location));
  if (signs.length) {
    const row = part('span', 'signs');
    row.ariaHidden = 'true';
    row.append(...signs.map(icon));
    body.append(row);
  }
  return body;
}

function signsOf({ visibility, recurring, organizer }: CalendarEvent): Sign[] {
  const signs: Sign[] = [];
  if (visibility === 'private') signs.push('private');
  if (recurring) signs.push('recurring');
  if (organizer && !organizer.address.endsWith(`@${session.domain}`)) signs.push('outside');
  return signs;
}

function part(name: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(name);
  if (className) made.className = className;
  if (text) made.textContent = text;
  return made;
}

function said(className: string, text: string): HTMLElement {
  const made = part('span', className);
  made.dataset.text = text;
  return made;
}

/** Each icon is a component: it is drawn once and copied. */
function icon(sign: Sign): Node {
  let kept = drawnOnce.get(sign);
  if (!kept) {
    const box = document.createElement('div');
    mount(ICONS[sign], { target: box, props: { size: 11 } });
    kept = box.firstElementChild ?? box;
    drawnOnce.set(sign, kept);
  }
  return kept.cloneNode(true);
}
