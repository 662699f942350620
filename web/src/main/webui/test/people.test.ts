import { describe, expect, it } from 'vitest';
import { axisOf, movedTo, off, place, shifted, stretched, ticks } from '../src/people/axis';
import { addressesIn, initials, isAddress, rangeOf, refusedOf, tone } from '../src/people/invitee';
import { fitting } from '../src/people/rooms';
import { rowsOf } from '../src/people/schedule.svelte';

const MOSCOW = 'Europe/Moscow';
const meeting = { start: '2026-12-01T10:00:00', end: '2026-12-01T11:00:00', zone: MOSCOW };
const person = (address: string, optional = false, kind = 'user') => ({ address, name: address, kind, optional });

describe('pasted addresses', () => {
  it('may have names, and any usual separator', () => {
    const { found, rest } = addressesIn(
      'Борис Петров <Boris@kalends.test>; eva@kalends.test,\n"N. N." <n@example.org>',
    );
    expect(found.map((one) => [one.name, one.address])).toEqual([
      ['Борис Петров', 'boris@kalends.test'],
      ['eva@kalends.test', 'eva@kalends.test'],
      ['N. N.', 'n@example.org'],
    ]);
    expect(rest).toBe('');
  });

  it('are taken once, and what is no address is left to be corrected', () => {
    const { found, rest } = addressesIn('a@x.org a@x.org, boris');
    expect(found).toHaveLength(1);
    expect(rest).toBe('boris');
  });

  it.each(['a', 'a@', '@b.c', 'a b@c.d', 'a@b@c.d', 'a@b.'])('are not read from %s', (text) => {
    expect(isAddress(text)).toBe(false);
  });
});

describe('avatars', () => {
  it('show first and last name, or the beginning of an address', () => {
    expect([initials('Борис Петров'), initials('Clara von Schmidt'), initials('eva@kalends.test')]).toEqual([
      'БП',
      'CS',
      'E',
    ]);
  });

  it('have the same tone for the same address however it is written', () => {
    expect(tone('Boris@kalends.test')).toBe(tone('boris@kalends.test'));
  });
});

describe('a span', () => {
  it('makes no sense while its end is not behind its start', () => {
    expect(rangeOf({ ...meeting, end: meeting.start })).toBeNull();
    expect(rangeOf(meeting)).toEqual({ from: '2026-12-01T07:00:00Z', to: '2026-12-01T08:00:00Z' });
  });

  it('is caught at quarters of an hour when it is dragged, and keeps its length', () => {
    const moved = movedTo(meeting, Date.parse('2026-12-01T09:07:20Z'));
    expect([moved.start, moved.end]).toEqual(['2026-12-01T12:00:00', '2026-12-01T13:00:00']);
  });

  it('keeps ten o’clock when it moves a day over the change of the clocks', () => {
    const berlin = { start: '2026-10-24T10:00:00', end: '2026-10-24T11:00:00', zone: 'Europe/Berlin' };
    expect(shifted(berlin, 1440).start).toBe('2026-10-25T10:00:00');
  });

  it('never gets shorter than a quarter of an hour', () => {
    expect(stretched(meeting, -300).end).toBe('2026-12-01T10:15:00');
  });

  it('of days moves by days', () => {
    const days = { start: '2026-12-01', end: '2026-12-02', zone: MOSCOW };
    expect(shifted(days, 15)).toEqual({ start: '2026-12-02', end: '2026-12-03', zone: MOSCOW });
  });
});

describe('the axis', () => {
  it('has 25 hours on the day the clocks go back', () => {
    const axis = axisOf('2026-10-25', 1, 'Europe/Berlin');
    expect((axis.to - axis.from) / 3_600_000).toBe(25);
    expect(ticks(axis, 1).filter((tick) => tick.label === '2')).toHaveLength(2);
  });

  it('cuts off what reaches beyond it', () => {
    const axis = axisOf('2026-12-01', 1, 'UTC');
    expect(place(axis, '2026-11-30T12:00:00Z', '2026-12-01T12:00:00Z')).toEqual({ left: 0, width: 50 });
    expect(place(axis, '2026-11-30T12:00:00Z', '2026-12-01T00:00:00Z')).toBeNull();
  });

  it('hatches what no working hours cover', () => {
    const axis = axisOf('2026-12-01', 1, 'UTC');
    const gaps = off(axis, [{ start: '2026-12-01T06:00:00Z', end: '2026-12-01T18:00:00Z' }]);
    expect(gaps).toEqual([
      { left: 0, width: 25 },
      { left: 75, width: 25 },
    ]);
  });
});

describe('rows', () => {
  it('begin with whoever plans, then those who must come, then those who may, then rooms', () => {
    const rows = rowsOf(
      person('me@x.org'),
      [person('may@x.org', true), person('must@x.org'), person('me@x.org'), person('hall@x.org', false, 'room')],
      [person('hall@x.org', false, 'room')],
    );
    expect(rows.map((one) => one.address)).toEqual(['me@x.org', 'must@x.org', 'may@x.org', 'hall@x.org']);
  });
});

describe('rooms', () => {
  const room = (name: string, capacity: number, free: boolean, equipment: string[] = []) =>
    ({ name, address: `${name}@x.org`, capacity, free, equipment, site: 'M', floor: '1' }) as const;
  const all = [room('big', 20, true, ['screen']), room('small', 4, true), room('taken', 6, false)].map((one) => ({
    ...one,
    equipment: [...one.equipment],
  }));

  it('that are free and large enough are offered, the smallest first', () => {
    const names = (seats: number, busyToo = false) =>
      fitting(all, { seats, site: '', equipment: [], busyToo }).map((one) => one.name);
    expect(names(2)).toEqual(['small', 'big']);
    expect(names(5)).toEqual(['big']);
    expect(names(2, true)).toEqual(['small', 'big', 'taken']);
  });

  it('have all that is asked for', () => {
    expect(fitting(all, { seats: 1, site: '', equipment: ['screen'], busyToo: true }).map((one) => one.name)).toEqual([
      'big',
    ]);
  });
});

describe('refused attendees', () => {
  it('are found by the index that the server names', () => {
    const refused = refusedOf(
      [person('a@x.org'), person('b@x.org')],
      [
        { field: 'attendees[1].address', message: 'b@x.org does not exist' },
        { field: 'title', message: 'is too long' },
      ],
    );
    expect([...refused]).toEqual([['b@x.org', 'b@x.org does not exist']]);
  });
});
