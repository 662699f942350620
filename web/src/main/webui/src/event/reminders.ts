import { Temporal } from 'temporal-polyfill';
import type { Reminder } from '../api/types';
import type { Language } from '../i18n/index.svelte';
import { counted } from './recurrenceWords';

/** When before the start a reminder comes, and by what. */

/** Minutes before. */
export const USUAL = [0, 5, 10, 15, 30, 60, 120, 1440, 2880, 10080];
/** Of an all-day event, counted back from midnight: 9:00 on the day itself, the day before, a week before. */
export const USUAL_ALL_DAY = [-540, 900, 1440 * 7 - 540];

export function minutesOf(reminder: Reminder): number {
  return Math.round(Temporal.Duration.from(reminder.before).total({ unit: 'minutes' }));
}

/** ISO 8601; whole days are written in hours, for a day is not always 24 hours long. */
export function beforeOf(minutes: number): string {
  const size = Math.abs(minutes);
  const hours = Math.floor(size / 60);
  const rest = size % 60;
  const text = `PT${hours ? `${hours}H` : ''}${rest || !hours ? `${rest}M` : ''}`;
  return minutes < 0 ? `-${text}` : text;
}

/** «за 15 минут», «в момент начала», «за день, в 9:00» of an all-day event. */
export function beforeWords(minutes: number, allDay: boolean, language: Language): string {
  if (allDay) return allDayWords(minutes, language);
  if (minutes === 0) return language === 'ru' ? 'в момент начала' : 'at the start';
  const size = Math.abs(minutes);
  const text = language === 'ru' ? russian(size) : english(size);
  if (minutes < 0) return language === 'ru' ? `через ${text} после начала` : `${text} after the start`;
  return language === 'ru' ? `за ${text}` : `${text} before`;
}

function allDayWords(minutes: number, language: Language): string {
  const days = Math.ceil(minutes / 1440);
  const clock = days * 1440 - minutes;
  const at = `${Math.floor(clock / 60)}:${String(clock % 60).padStart(2, '0')}`;
  if (language === 'en') return days === 0 ? `on the day at ${at}` : `${english(days * 1440)} before at ${at}`;
  return days === 0 ? `в этот день в ${at}` : `за ${russian(days * 1440)}, в ${at}`;
}

function russian(minutes: number): string {
  if (minutes % 10080 === 0) return several(minutes / 10080, 'неделю', 'недели', 'недель');
  if (minutes % 1440 === 0) return several(minutes / 1440, 'день', 'дня', 'дней');
  if (minutes % 60 === 0) return several(minutes / 60, 'час', 'часа', 'часов');
  return `${minutes} ${counted(minutes, 'минуту', 'минуты', 'минут')}`;
}

function several(n: number, one: string, few: string, many: string): string {
  return n === 1 ? one : `${n} ${counted(n, one, few, many)}`;
}

function english(minutes: number): string {
  const words = (n: number, unit: string) => `${n} ${unit}${n === 1 ? '' : 's'}`;
  if (minutes % 10080 === 0) return words(minutes / 10080, 'week');
  if (minutes % 1440 === 0) return words(minutes / 1440, 'day');
  if (minutes % 60 === 0) return words(minutes / 60, 'hour');
  return words(minutes, 'minute');
}

export function reminderWords(reminder: Reminder, language: Language): string {
  return beforeWords(minutesOf(reminder), false, language);
}
