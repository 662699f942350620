import { describe, expect, it } from 'vitest';
import type { CalendarEvent } from '../src/api/types';
import { drawn, drawnMore } from '../src/calendar/drawn';

const at = (clock: string) => ({
  dateTime: `2027-03-02T${clock}:00`,
  timeZone: 'UTC',
  instant: `2027-03-02T${clock}:00Z`,
});
const planned = { id: 'a', title: 'Plan', start: at('10:00'), end: at('11:00'), canEdit: true } as CalendarEvent;

describe('what the grid is given', () => {
  it('cannot be dragged where it cannot be changed', () => {
    expect(drawn(planned, '')).toMatchObject({ startEditable: true, durationEditable: true });
    expect(drawn({ ...planned, canEdit: false }, '')).toMatchObject({ startEditable: false, durationEditable: false });
    expect(drawnMore('2027-03-02', 3)).toMatchObject({ startEditable: false, durationEditable: false });
  });

  it('has one line under three quarters of an hour, two under an hour and a quarter', () => {
    const classes = (end: string) => drawn({ ...planned, end: at(end) }, '').classNames;
    expect(classes('10:30')).toContain('brief');
    expect(classes('11:00')).toContain('short');
    expect(classes('11:30')).not.toContain('short');
  });
});
