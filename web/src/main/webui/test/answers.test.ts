import { describe, expect, it } from 'vitest';
import { answerable, grouped, partOf, reachQuery, usualReach } from '../src/answer/answers';
import type { CalendarEvent } from '../src/api/types';

const event = (more: Partial<CalendarEvent>) =>
  ({ status: 'confirmed', myStatus: 'needs-action', recurring: false, instance: null, ...more }) as CalendarEvent;

describe('guests', () => {
  it('are grouped by answer, rooms left out, empty groups too', () => {
    const groups = grouped([
      { address: 'a@x.org', status: 'needs-action' },
      { address: 'b@x.org', status: 'accepted' },
      { address: 'hall@x.org', kind: 'room', status: 'accepted' },
      { address: 'c@x.org', status: 'delegated' },
    ]);
    expect(groups.map((one) => [one.part, one.guests.length])).toEqual([
      ['accepted', 1],
      ['needs-action', 2],
    ]);
  });

  it('whose status is unknown have not answered', () => {
    expect(partOf(null)).toBe('needs-action');
  });
});

describe('an answer', () => {
  it('is asked from the invited, not from the organizer, not for what was cancelled', () => {
    expect(answerable(event({}))).toBe(true);
    expect(answerable(event({ myStatus: 'organizer' }))).toBe(false);
    expect(answerable(event({ myStatus: null }))).toBe(false);
    expect(answerable(event({ status: 'cancelled' }))).toBe(false);
  });

  it('is first for the whole series, later for the one that is looked at', () => {
    const series = { recurring: true, instance: '2026-12-01T07:00:00Z' };
    expect(usualReach(event(series))).toBe('all');
    expect(usualReach(event({ ...series, myStatus: 'accepted' }))).toBe('this');
    expect(reachQuery(event(series), 'this')).toEqual({ instance: series.instance });
    expect(reachQuery(event(series), 'all')).toEqual({});
  });
});
