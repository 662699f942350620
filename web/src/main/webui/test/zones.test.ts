import { describe, expect, it } from 'vitest';
import { period, step } from '../src/calendar/period';
import { fromWall, toWall } from '../src/time/zones';

describe('wall clocks', () => {
  it('show a moment in the zone of whoever looks', () => {
    expect(toWall({ instant: '2026-12-01T07:00:00Z' }, 'Europe/Moscow')).toBe('2026-12-01T10:00:00');
  });

  it('keep ten o’clock over the change to summer time', () => {
    const before = { dateTime: '2026-03-24T10:00:00', timeZone: 'Europe/Berlin' };
    const after = { dateTime: '2026-03-31T10:00:00', timeZone: 'Europe/Berlin' };
    expect([toWall(before, 'UTC'), toWall(after, 'UTC')]).toEqual(['2026-03-24T09:00:00', '2026-03-31T08:00:00']);
  });

  it('go back into the zone of the event', () => {
    expect(fromWall('2026-12-01T10:00:00', 'Europe/Moscow', 'Europe/Berlin')).toEqual({
      dateTime: '2026-12-01T08:00:00',
      timeZone: 'Europe/Berlin',
    });
  });
});

describe('periods', () => {
  it('begin on Monday', () => {
    expect(period('week', '2026-11-24')).toEqual({ from: '2026-11-23', to: '2026-11-30' });
  });

  it('of the agenda are the month that the list draws', () => {
    expect(period('agenda', '2026-11-24')).toEqual({ from: '2026-11-01', to: '2026-12-01' });
  });

  it('step by what is shown', () => {
    expect(step('month', '2026-01-31', 1)).toBe('2026-02-28');
  });
});
