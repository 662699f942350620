import type { Drawn } from '../drawn';
import type { GridEvent } from './face';

/** The part of an event that stands in one day, or in a row of days, as the grid component reckons it. */
export interface Chunk {
  event: GridEvent & Pick<Drawn, 'id' | 'classNames' | 'startEditable' | 'durationEditable'> & Helped;
  start: Date;
  end: Date;
  gridColumn: number;
  gridRow: number;
  /** Seconds from the beginning of the day. */
  top: number;
  height: number;
  maxHeight: number;
  /** Those that are at the same time, side by side. */
  group?: { columns: unknown[] };
  groupColumn?: number;
  /** Of a month: the days it takes here, what begins before it on its first day, what passes there, and its place. */
  dates: Date[];
  prev?: Chunk;
  long?: { chunks: Chunk[] };
  bottom?: number;
}

interface Helped {
  display: string;
  backgroundColor?: string;
  styles: string[];
  /** While it is moved: the margin and the week that it was taken from. */
  _margin?: [number, number];
}

/** What follows the pointer and is no event. */
export const helper = ({ display }: Helped) => display === 'preview' || display === 'ghost' || display === 'pointer';

const HALF_HOUR = 1800;
const DAY = 864e5;

/** Where a chunk stands in the time grid; the height of half an hour is the grid's own. */
export function timedStyle({ gridColumn, top, height, maxHeight, group, groupColumn = 0 }: Chunk): string {
  const slots = (seconds: number) => `calc(var(--ec-slot-height)*${seconds / HALF_HOUR})`;
  const size = slots(height || HALF_HOUR);
  const place = `grid-column:${gridColumn}/${gridColumn + 1};inset-block-start:${slots(top)};block-size:${size};min-block-size:${size};max-block-size:${slots(maxHeight)}`;
  if (!group) return place;
  const part = `(100% - var(--ec-event-col-gap))/${group.columns.length}`;
  return `${place};z-index:${groupColumn + 1};inset-inline-start:calc(${part}*${groupColumn});inline-size:calc(${part})`;
}

export function classesOf(chunk: Chunk, narrow: boolean): string {
  const { event } = chunk;
  if (event.display === 'background') return `ec-bg-event ${event.classNames.join(' ')}`;
  const names = ['ec-event', ...clipped(chunk)];
  if (helper(event)) names.push(`ec-${event.display}`);
  else if (event.startEditable) names.push('ec-draggable');
  if (event.durationEditable && !helper(event)) names.push('resizable');
  if (narrow) names.push('narrow');
  return names.concat(event.classNames).join(' ');
}

/** Puts an event of a month on the first line that is free below what begins before it; returns where that is. */
export function lineTop(chunk: Chunk, first: number, line: number): number {
  let top = chunk.prev?.bottom ?? first;
  const passing = (chunk.long?.chunks ?? []).toSorted((one, other) => one.top - other.top);
  for (const { top: its, bottom = 0 } of passing) if (top < bottom && top + line > its) top = bottom;
  chunk.top = top;
  chunk.bottom = top + line;
  return top;
}

/** An event goes on before or after what is seen of it here. */
function clipped({ event, start, end }: Chunk): string[] {
  const at = (date: Date, back: number) => (event.allDay ? Math.floor((date.getTime() - back) / DAY) : date.getTime());
  const names: string[] = [];
  if (at(start, 0) !== at(event.start, 0)) names.push('ec-start-clipped');
  if (at(end, 1000) !== at(event.end, 1000)) names.push('ec-end-clipped');
  return names;
}
