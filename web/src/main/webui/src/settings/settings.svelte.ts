import { api } from '../api/client';

export type Weekday = 'monday' | 'tuesday' | 'wednesday' | 'thursday' | 'friday' | 'saturday' | 'sunday';
export const WEEKDAYS: Weekday[] = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

export interface Hours {
  from: string;
  to: string;
}

export interface DefaultReminder {
  before: string;
  channel: string;
}

/** Which channels tell of what. */
export type Matrix = Record<string, Record<string, boolean>>;

/** What the server keeps of a person's wishes. */
export interface PersonalSettings {
  timeZone: string;
  language: 'ru' | 'en';
  workingHours: Partial<Record<Weekday, Hours>>;
  outOfOffice: { from: string; to: string; message: string } | null;
  defaultReminders: DefaultReminder[];
  notifications: Matrix;
  /** By the ids of calendars for which some rows differ. */
  calendarNotifications: Record<string, Matrix>;
  quietHours: Hours | null;
  digestAt: string;
}

class Settings {
  own = $state.raw<PersonalSettings | null>(null);

  async load(): Promise<void> {
    this.own = await api.get<PersonalSettings>('/settings');
  }

  async save(change: Partial<PersonalSettings>): Promise<void> {
    this.own = await api.put<PersonalSettings>('/settings', { ...this.own, ...change });
  }

  /** Of a day such as 2026-11-24; null where the person does not work. */
  hoursOf(day: string): Hours | null {
    const weekday = WEEKDAYS[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7];
    return (weekday && this.own?.workingHours[weekday]) ?? null;
  }

  /** The earliest beginning of work in the week, in minutes of the day; nine o'clock if nobody said. */
  get earliest(): number {
    const starts = Object.values(this.own?.workingHours ?? {}).map(({ from }) => minutesOf(from));
    return starts.length ? Math.min(...starts) : 9 * 60;
  }
}

export function minutesOf(clock: string): number {
  return Number(clock.slice(0, 2)) * 60 + Number(clock.slice(3, 5));
}

export const settings = new Settings();
