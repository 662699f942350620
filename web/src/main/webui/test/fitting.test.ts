import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../src/api/types';
import { fitting } from '../src/calendar/fitting';
import { session } from '../src/session/session.svelte';

const week = ['2027-03-01', '2027-03-02', '2027-03-03', '2027-03-04', '2027-03-05', '2027-03-06', '2027-03-07'];

function timed(id: string, day: string, hour: number): CalendarEvent {
  const at = (clock: number) => ({
    dateTime: `${day}T${String(clock).padStart(2, '0')}:00:00`,
    timeZone: session.zone,
    instant: `${day}T${String(clock).padStart(2, '0')}:00:00Z`,
  });
  return { id, start: at(hour), end: at(hour + 1) } as CalendarEvent;
}

function whole(id: string, from: string, to: string): CalendarEvent {
  return { id, start: { date: from }, end: { date: to } } as CalendarEvent;
}

const many = (day: string, count: number) => Array.from({ length: count }, (_, n) => timed(`${day} ${n}`, day, 8 + n));

describe('a month cell', () => {
  it('holds as many events as it has lines', () => {
    const events = many('2027-03-02', 4);
    expect(fitting(events, week, 4)).toEqual({ shown: events, hidden: new Map() });
  });

  it('keeps its last line for the rest, which it counts', () => {
    const { shown, hidden } = fitting(many('2027-03-02', 9), week, 4);
    expect(shown.map(({ id }) => id)).toEqual(['2027-03-02 0', '2027-03-02 1', '2027-03-02 2']);
    expect(hidden).toEqual(new Map([['2027-03-02', 6]]));
  });

  it('gives what lasts for days its line in each of them', () => {
    const long = whole('long', '2027-03-01', '2027-03-04');
    const { shown, hidden } = fitting([...many('2027-03-02', 3), long], week, 3);
    expect(shown).toContain(long);
    expect(hidden).toEqual(new Map([['2027-03-02', 2]]));
  });

  it('counts what lasts for days, and has no room, in each of them', () => {
    const long = whole('zz', '2027-03-02', '2027-03-05');
    const full = [whole('a', '2027-03-02', '2027-03-03'), whole('b', '2027-03-02', '2027-03-03'), long];
    expect(fitting(full, week, 2).hidden).toEqual(
      new Map([
        ['2027-03-02', 2],
        ['2027-03-03', 1],
        ['2027-03-04', 1],
      ]),
    );
  });

  it('does not count a night of which the end is the midnight', () => {
    const late = timed('late', '2027-03-02', 23);
    late.end = { ...late.end, dateTime: '2027-03-03T00:00:00', instant: '2027-03-03T00:00:00Z' };
    expect(fitting([late, ...many('2027-03-03', 1)], week, 1).hidden).toEqual(new Map());
  });
});
