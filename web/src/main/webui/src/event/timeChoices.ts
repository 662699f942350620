import type { Language } from '../i18n/index.svelte';
import { addMinutes, minutesBetween } from '../time/zones';

/** The times that a time field offers. */

export interface TimeChoice {
  /** Wall clock with its day. */
  at: string;
  /** `09:30`. */
  clock: string;
  /** «1,5 ч», of an end. */
  length: string | null;
}

const STEP = 15;

/** «45 мин», «1,5 ч», «2 ч 15 мин», «3 дня». */
export function lengthWords(minutes: number, language: Language): string {
  const [minute, hour, day] = language === 'ru' ? ['мин', 'ч', 'дн.'] : ['min', 'h', 'd'];
  if (minutes < 60) return `${minutes} ${minute}`;
  if (minutes >= 1440 && minutes % 1440 === 0) return `${minutes / 1440} ${day}`;
  const hours = minutes / 60;
  if (minutes % 30 === 0) return `${hours.toLocaleString(language)} ${hour}`;
  return `${Math.floor(hours)} ${hour} ${minutes % 60} ${minute}`;
}

/** Every quarter of an hour of the day. */
export function starts(start: string): TimeChoice[] {
  const midnight = `${start.slice(0, 10)}T00:00:00`;
  return Array.from({ length: 1440 / STEP }, (_, i) => {
    const at = addMinutes(midnight, i * STEP);
    return { at, clock: at.slice(11, 16), length: null };
  });
}

/** From a quarter after the start over the next 24 hours, or over the day of a later end, with the length. */
export function ends(start: string, day: string, language: Language): TimeChoice[] {
  if (day > start.slice(0, 10)) {
    return starts(day).map((one) => ({ ...one, length: lengthWords(minutesBetween(start, one.at), language) }));
  }
  return Array.from({ length: 95 }, (_, i) => {
    const at = addMinutes(start, (i + 1) * STEP);
    return { at, clock: at.slice(11, 16), length: lengthWords((i + 1) * STEP, language) };
  });
}
