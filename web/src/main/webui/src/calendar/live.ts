import type { News } from '../browser/device.svelte';

/** What the stream of changes says of single events, for whoever has one of them open, shown in the grid or not. */

/** `reminder`: the reader is reminded of the event, or has dealt with that. `shared`: a calendar is shared with the reader, or no longer. `missed`: the stream was broken for a while, and anything may have happened to the event. */
export type Kind =
  'created' | 'changed' | 'deleted' | 'edit-locked' | 'edit-unlocked' | 'shared' | 'reminder' | 'news' | 'missed';

export interface Change {
  /** Null where it is about a calendar. */
  eventId: string | null;
  kind: Kind;
  /** Of the kind `news` only: what the reader is told. */
  news?: News | null;
}

const listeners = new Set<(change: Change | null) => void>();

export const live = {
  tell(change: Change): void {
    listeners.forEach((listener) => listener(change));
  },

  missed(): void {
    listeners.forEach((listener) => listener(null));
  },

  /** Calls back for every change, null where the stream was broken; returns how to stop. */
  all(act: (change: Change | null) => void): () => void {
    listeners.add(act);
    return () => void listeners.delete(act);
  },

  /** Calls back for what happens to that event; returns how to stop. */
  of(event: string, act: (kind: Kind) => void): () => void {
    return live.all((change) => {
      if (!change) act('missed');
      else if (change.eventId === event && !tells(change.kind)) act(change.kind);
    });
  },
};

/** To the reader alone: the event itself is as it was. */
export function tells(kind: Kind): boolean {
  return kind === 'reminder' || kind === 'news';
}

/** Of the edit lock alone: the event itself is as it was. */
export function ofLock(kind: Kind): boolean {
  return kind === 'edit-locked' || kind === 'edit-unlocked';
}
