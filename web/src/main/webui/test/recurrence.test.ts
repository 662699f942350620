import { describe, expect, it } from 'vitest';
import { moved, presets, repeatFrom, repeatOf, ruleIn, ruleOf, withRule, type Repeat } from '../src/event/recurrence';
import { sentence } from '../src/event/recurrenceWords';

const ZONE = 'Europe/Moscow';
const START = '2026-11-24T10:00:00'; // the last Tuesday, and the fourth

function again(rule: string, start = START): string | null {
  const repeat = repeatOf(`RRULE:${rule}`, start, ZONE);
  return repeat && ruleOf(repeat, start, ZONE).slice(6);
}

function said(rule: string, language: 'ru' | 'en' = 'ru'): string {
  return sentence(repeatOf(`RRULE:${rule}`, START, ZONE) as Repeat, language);
}

describe('rules', () => {
  it.each([
    'FREQ=DAILY',
    'FREQ=DAILY;INTERVAL=3;COUNT=5',
    'FREQ=WEEKLY;BYDAY=TU,TH',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;UNTIL=20261231T205959Z',
    'FREQ=MONTHLY;BYMONTHDAY=24',
    'FREQ=MONTHLY;BYMONTHDAY=-1',
    'FREQ=MONTHLY;BYDAY=-1TU',
    'FREQ=YEARLY;BYMONTH=11;BYMONTHDAY=24',
    'FREQ=YEARLY;BYMONTH=11;BYDAY=4TU',
  ])('%s is read and written the same', (rule) => {
    expect(again(rule)).toBe(rule);
  });

  it.each([
    'FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1',
    'FREQ=MONTHLY;BYMONTHDAY=1,15',
    'FREQ=HOURLY',
    'FREQ=WEEKLY;BYDAY=1MO',
    'FREQ=YEARLY;BYWEEKNO=20',
    'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU;WKST=SU',
  ])('%s says more than the form can show', (rule) => {
    expect(repeatOf(rule, START, ZONE)).toBeNull();
  });

  it('that leave the day open mean the day of the start', () => {
    expect([again('FREQ=WEEKLY'), again('FREQ=MONTHLY')]).toEqual([
      'FREQ=WEEKLY;BYDAY=TU',
      'FREQ=MONTHLY;BYMONTHDAY=24',
    ]);
  });

  it('end on a day of the event’s zone, not of UTC', () => {
    const repeat: Repeat = { ...repeatFrom(START, 'DAILY'), end: { kind: 'until', day: '2026-12-31' } };
    expect(ruleOf(repeat, START, 'America/New_York')).toBe('RRULE:FREQ=DAILY;UNTIL=20270101T045959Z');
    expect(ruleOf(repeat, '2026-11-24', ZONE)).toBe('RRULE:FREQ=DAILY;UNTIL=20261231');
    expect(repeatOf('FREQ=DAILY;UNTIL=20270101T045959Z', START, 'America/New_York')?.end).toEqual(repeat.end);
  });

  it('keep what is left out by date', () => {
    const lines = ['RRULE:FREQ=DAILY', 'EXDATE;TZID=Europe/Moscow:20261125T100000'];
    expect(withRule(lines, 'RRULE:FREQ=WEEKLY')).toEqual(['RRULE:FREQ=WEEKLY', lines[1]]);
    expect(withRule(lines, null)).toEqual([]);
    expect(ruleIn(lines)).toBe('RRULE:FREQ=DAILY');
  });

  it('follow the event to another day', () => {
    const weekly = repeatOf('FREQ=WEEKLY;BYDAY=TU', START, ZONE) as Repeat;
    expect(moved(weekly, START, '2026-11-25').days).toEqual(['WE']);
    const two = repeatOf('FREQ=WEEKLY;BYDAY=TU,TH', START, ZONE) as Repeat;
    expect(moved(two, START, '2026-11-25').days).toEqual(['TU', 'TH']);
    const last = repeatOf('FREQ=MONTHLY;BYDAY=-1TU', START, ZONE) as Repeat;
    expect(moved(last, START, '2026-11-19').on).toEqual({ by: 'position', nth: 3, weekday: 'TH' });
  });
});

describe('presets', () => {
  it('of the last Tuesday offer the fourth and the last', () => {
    expect(presets('2026-11-24').map((one) => sentence(one, 'ru'))).toEqual([
      'каждый день',
      'каждый рабочий день',
      'каждый вторник',
      'раз в 2 недели: вт',
      'каждый месяц 24-го числа',
      'каждый месяц в четвёртый вторник',
      'каждый месяц в последний вторник',
      'каждый год 24 ноября',
    ]);
  });

  it('of a fifth weekday offer the last only', () => {
    const said = presets('2026-11-30').map((one) => sentence(one, 'en'));
    expect(said).toContain('every month on the last Monday');
    expect(said.join()).not.toContain('fifth');
  });
});

describe('sentences', () => {
  it.each([
    ['FREQ=DAILY;INTERVAL=2', 'раз в 2 дня', 'every 2 days'],
    ['FREQ=WEEKLY;BYDAY=WE', 'каждую среду', 'every Wednesday'],
    ['FREQ=WEEKLY;BYDAY=MO,WE', 'каждую неделю: пн, ср', 'every week on Mon, Wed'],
    ['FREQ=WEEKLY;INTERVAL=5;BYDAY=MO', 'раз в 5 недель: пн', 'every 5 weeks on Mon'],
    ['FREQ=MONTHLY;BYDAY=2TU', 'каждый месяц во второй вторник', 'every month on the second Tuesday'],
    ['FREQ=MONTHLY;BYMONTHDAY=-1', 'каждый месяц в последний день', 'every month on the last day'],
    ['FREQ=DAILY;COUNT=2', 'каждый день, 2 раза', 'every day, 2 times'],
    ['FREQ=DAILY;UNTIL=20261231T205959Z', 'каждый день, до 31 декабря 2026', 'every day, until December 31, 2026'],
    ['FREQ=YEARLY', 'каждый год 24 ноября', 'every year on November 24'],
  ])('%s', (rule, russian, english) => {
    expect([said(rule), said(rule, 'en')]).toEqual([russian, english]);
  });
});
