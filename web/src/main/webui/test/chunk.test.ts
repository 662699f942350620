import { describe, expect, it } from 'vitest';
import { classesOf, lineTop, timedStyle, type Chunk } from '../src/calendar/grid/chunk';

const at = (text: string) => new Date(`${text}Z`);

function chunk(own: Partial<Chunk> & { display?: string } = {}): Chunk {
  const [start, end] = [at('2027-03-02T10:00:00'), at('2027-03-02T11:00:00')];
  const event = { display: own.display ?? 'auto', start, end, allDay: false, startEditable: true, classNames: ['own'] };
  return { event, start, end, gridColumn: 3, top: 36000, height: 3600, maxHeight: 50400, dates: [], ...own } as Chunk;
}

describe('the part of an event that stands in a day', () => {
  it('is as far down and as high as its hours, in slots of half an hour', () => {
    expect(timedStyle(chunk())).toContain('grid-column:3/4;inset-block-start:calc(var(--ec-slot-height)*20)');
    expect(timedStyle(chunk())).toContain('block-size:calc(var(--ec-slot-height)*2)');
  });

  it('shares the width with those that are at the same time', () => {
    const style = timedStyle(chunk({ group: { columns: [1, 2, 3] }, groupColumn: 2 }));
    expect(style).toContain('inline-size:calc((100% - var(--ec-event-col-gap))/3)');
    expect(style).toContain('inset-inline-start:calc((100% - var(--ec-event-col-gap))/3*2)');
  });

  it('says what goes on outside of it', () => {
    const night = chunk({ end: at('2027-03-02T10:30:00') });
    expect(classesOf(night, false).split(' ')).toEqual(['ec-event', 'ec-end-clipped', 'ec-draggable', 'own']);
    expect(classesOf(chunk(), true)).toContain('narrow');
  });

  it('is no event while it only shades the hours or follows the pointer', () => {
    expect(classesOf(chunk({ display: 'background' }), false)).toBe('ec-bg-event own');
    expect(classesOf(chunk({ display: 'preview' }), false)).toBe('ec-event ec-preview own');
  });
});

describe('a line of a month', () => {
  it('is below the row of dates, and below what begins before on that day', () => {
    const first = chunk();
    expect(lineTop(first, 33, 20)).toBe(33);
    expect(lineTop(chunk({ prev: first }), 33, 20)).toBe(53);
  });

  it('leaves alone the lines of what passes there from days before', () => {
    const passing = [chunk(), chunk()];
    passing.forEach((one, n) => Object.assign(one, { top: 33 + 20 * n, bottom: 53 + 20 * n }));
    const long = { chunks: passing.toReversed() };
    expect(lineTop(chunk({ long }), 33, 20)).toBe(73);
    const below = chunk({ long: { chunks: passing.slice(1) } });
    expect(lineTop(below, 33, 20)).toBe(33);
  });
});
