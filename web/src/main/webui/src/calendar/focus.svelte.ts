import type { CalendarEvent } from '../api/types';

/** What the keys act upon: the event or day of the calendar that has, or last had, the focus. */
class Focus {
  event = $state.raw<CalendarEvent | null>(null);
  day = $state('');
}

export const focus = new Focus();
