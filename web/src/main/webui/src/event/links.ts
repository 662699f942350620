/** Links of events: which may be opened, where they stand in a text, and new ones for video calls. */

/** Only what leads to a page; never `javascript:` and the like. */
export function safeLink(text: string): string | null {
  try {
    const url = new URL(text.trim());
    return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
  } catch {
    return null;
  }
}

export interface Piece {
  text: string;
  link: string | null;
}

/** A plain text in pieces, its links apart; what ends a sentence is no part of a link. */
export function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const match of text.matchAll(/https?:\/\/[^\s<>"«»]+/g)) {
    const raw = match[0].replace(/[.,;:!?)\]]+$/, '');
    const link = safeLink(raw);
    if (!link) continue;
    if (match.index > at) found.push({ text: text.slice(at, match.index), link: null });
    found.push({ text: raw, link });
    at = match.index + raw.length;
  }
  if (at < text.length) found.push({ text: text.slice(at), link: null });
  return found;
}

const BASE = 'kalends.conference';

/** A fresh room at the service that was used last in this browser; an empty link where none is known. */
export function conferenceLink(): string {
  const base = localStorage.getItem(BASE);
  if (!base) return '';
  const room = crypto.getRandomValues(new Uint32Array(3));
  return `${base}/${[...room].map((part) => part.toString(36).padStart(7, '0').slice(-4)).join('-')}`;
}

/** Services give a room one name at their root; anything deeper is a meeting that somebody made there. */
export function rememberService(link: string | null): void {
  const safe = link && safeLink(link);
  if (!safe) return;
  const url = new URL(safe);
  if (/^\/[\w-]{4,}$/.test(url.pathname) && !url.search) localStorage.setItem(BASE, url.origin);
}
