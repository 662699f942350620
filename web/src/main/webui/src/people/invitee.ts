import { instantOf } from '../time/zones';

/** Who is to be invited, before the server knows of it. */
export interface Invitee {
  address: string;
  name: string;
  kind: string;
  optional: boolean;
}

/** Wall clocks of `zone` (`2026-12-01T10:00:00`), or days with an exclusive end. */
export interface Span {
  start: string;
  end: string;
  zone: string;
}

/** A field that the server refused, such as `attendees[2].address`. */
export interface FieldError {
  field: string;
  message: string;
}

export interface Range {
  from: string;
  to: string;
}

const ADDRESS = /^[^\s@<>"(),;:]+@[^\s@<>"(),;:]+\.?[^\s@<>"(),;:.]+$/;
const NAMED = /^\s*"?([^"<]*?)"?\s*<\s*([^<>\s]+)\s*>\s*$/;

export function isAddress(text: string): boolean {
  return ADDRESS.test(text.trim());
}

export function isPlace(kind: string): boolean {
  return kind === 'room' || kind === 'resource';
}

/**
 * Addresses in what was typed or pasted: separated by commas, semicolons or lines, with or without a name
 * (`Boris <boris@example.org>`). What is no address is given back as it stands.
 */
export function addressesIn(text: string): { found: Invitee[]; rest: string } {
  const found: Invitee[] = [];
  const rest: string[] = [];
  for (const piece of text.split(/[,;\n\r\t]+/)) {
    const named = NAMED.exec(piece);
    const inside = (named?.[2] ?? piece).replace(/^mailto:/i, '').trim();
    const parts = isAddress(inside) ? [inside] : inside.split(/\s+/);
    if (parts.length > 0 && parts.every(isAddress)) {
      for (const address of parts) found.push(guest(address, named?.[1]));
    } else if (piece.trim()) rest.push(piece.trim());
  }
  return { found: once(found), rest: rest.join(', ') };
}

export function guest(address: string, name?: string): Invitee {
  const lower = address.trim().toLowerCase();
  return { address: lower, name: name?.trim() || lower, kind: 'user', optional: false };
}

/** Each address once, the first one counts. */
export function once(people: Invitee[]): Invitee[] {
  return people.filter((one, index) => people.findIndex((other) => other.address === one.address) === index);
}

/** «БП» of «Борис Петров», `C` of `clara@example.org`. */
export function initials(name: string): string {
  const words = (name.split('@')[0] ?? '').split(/[\s.\-_]+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0], words[words.length - 1]] : [words[0]];
  return letters.map((word) => [...(word ?? '?')][0]?.toUpperCase() ?? '').join('');
}

/** The same colour for the same address everywhere, one of twelve. */
export function tone(address: string): number {
  let sum = 7;
  for (const letter of address.toLowerCase()) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return sum % 12;
}

/** The instants of a span; null while it makes no sense. */
export function rangeOf(span: Span): Range | null {
  if (!span.start || !span.end || span.start.length !== span.end.length || span.end <= span.start) return null;
  const range = { from: instantOf(span.start, span.zone), to: instantOf(span.end, span.zone) };
  return Date.parse(range.from) < Date.parse(range.to) ? range : null;
}

/** The same in milliseconds. */
export function instantsOf(span: Span): { from: number; to: number } | null {
  const range = rangeOf(span);
  return range && { from: Date.parse(range.from), to: Date.parse(range.to) };
}

/** Which of the invited the server's errors speak of: address → message. */
export function refusedOf(people: Invitee[], errors: FieldError[]): Map<string, string> {
  const refused = new Map<string, string>();
  for (const error of errors) {
    const index = /^attendees\[(\d+)]/.exec(error.field)?.[1];
    const one = index === undefined ? undefined : people[Number(index)];
    if (one) refused.set(one.address, error.message);
  }
  return refused;
}
