import type { Draft } from './draft';

/** Drafts kept in this browser, so that a closed tab loses nothing. One for each event, one for a new one. */

export interface Kept {
  draft: Draft;
  /** Of the event that was being edited. */
  etag: string;
  /** Milliseconds. */
  at: number;
}

const PREFIX = 'kalends.draft.';
const LONGEST = 14 * 864e5;

function key(user: string, event: string): string {
  return `${PREFIX}${user}.${event}`;
}

export const kept = {
  /** A draft of another state of the event is of no use: it would bring back what somebody else changed. */
  find(user: string, event: string, etag: string): Kept | null {
    try {
      const found = JSON.parse(localStorage.getItem(key(user, event)) ?? 'null') as Kept | null;
      const fresh = found && found.etag === etag && Date.now() - found.at < LONGEST;
      if (found && !fresh) this.drop(user, event);
      return fresh ? found : null;
    } catch {
      return null;
    }
  },

  put(user: string, event: string, etag: string, draft: Draft): void {
    try {
      localStorage.setItem(key(user, event), JSON.stringify({ draft, etag, at: Date.now() }));
    } catch {
      // a full or forbidden store keeps nothing; what is typed stays in the form
    }
  },

  drop(user: string, event: string): void {
    localStorage.removeItem(key(user, event));
  },
};
