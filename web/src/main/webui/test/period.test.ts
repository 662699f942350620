import { describe, expect, it } from 'vitest';
import { goesOn, mainDay, period } from '../src/calendar/period';

describe('a month that is scrolled', () => {
  it('shows six weeks from the one that holds the day it is scrolled to', () => {
    expect(period('month', '2026-11-24')).toEqual({ from: '2026-10-26', to: '2026-12-07' });
    expect(period('month', '2026-11-24', '2026-11-11')).toEqual({ from: '2026-11-09', to: '2026-12-21' });
    expect(period('week', '2026-11-24', '2026-11-11')).toEqual(period('week', '2026-11-24'));
  });

  it('is named after the month that most of its weeks belong to', () => {
    expect(mainDay('2026-11-02', '2026-11-24')).toBe('2026-11-24');
    expect(mainDay('2026-11-16', '2026-11-24')).toBe('2026-12-06');
    expect(mainDay('2026-10-05', '2026-11-24')).toBe('2026-10-25');
  });

  it('goes on from what was shown where both have weeks in common', () => {
    const first = { from: '2026-10-26', to: '2026-12-07' };
    expect(goesOn(first, { from: '2026-11-02', to: '2026-12-14' })).toBe(true);
    expect(goesOn(first, { from: '2026-10-19', to: '2026-11-30' })).toBe(true);
    expect(goesOn(first, { from: '2026-11-02', to: '2026-11-09' })).toBe(false);
    expect(goesOn(first, first)).toBe(false);
    expect(goesOn(first, { from: '2026-12-07', to: '2027-01-18' })).toBe(false);
  });
});
