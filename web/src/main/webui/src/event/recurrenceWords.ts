import type { Language } from '../i18n/index.svelte';
import { WEEKDAYS, WORKDAYS, type MonthDay, type Repeat, type Weekday } from './recurrence';

/** Rules as sentences. Grammar differs too much between languages for a dictionary. */

const EVERY_RU = [
  'каждый понедельник',
  'каждый вторник',
  'каждую среду',
  'каждый четверг',
  'каждую пятницу',
  'каждую субботу',
  'каждое воскресенье',
];
const DAYS_RU = ['понедельник', 'вторник', 'среду', 'четверг', 'пятницу', 'субботу', 'воскресенье'];
const DAYS_EN = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const NTH_RU: Record<number, [string, string, string]> = {
  1: ['первый', 'первую', 'первое'],
  2: ['второй', 'вторую', 'второе'],
  3: ['третий', 'третью', 'третье'],
  4: ['четвёртый', 'четвёртую', 'четвёртое'],
  5: ['пятый', 'пятую', 'пятое'],
  [-1]: ['последний', 'последнюю', 'последнее'],
};
const NTH_EN: Record<number, string> = { 1: 'first', 2: 'second', 3: 'third', 4: 'fourth', 5: 'fifth', [-1]: 'last' };

/** One of three forms by number: «1 день, 2 дня, 5 дней». */
export function counted(n: number, one: string, few: string, many: string): string {
  const rule = new Intl.PluralRules('ru').select(n);
  return rule === 'one' ? one : rule === 'few' ? few : many;
}

function at(weekday: Weekday): number {
  return WEEKDAYS.indexOf(weekday);
}

/** 0 masculine, 1 feminine, 2 neuter. */
function gender(weekday: Weekday): 0 | 1 | 2 {
  if (weekday === 'SU') return 2;
  return weekday === 'WE' || weekday === 'FR' || weekday === 'SA' ? 1 : 0;
}

/** «последний вторник», "last Tuesday". */
export function position(nth: number, weekday: Weekday, language: Language): string {
  if (language === 'en') return `${NTH_EN[nth] ?? nth} ${DAYS_EN[at(weekday)]}`;
  return `${NTH_RU[nth]?.[gender(weekday)] ?? nth} ${DAYS_RU[at(weekday)]}`;
}

/** «пн», "Mon". */
export function shortDay(weekday: Weekday, language: Language): string {
  const monday = new Date(2024, 0, 1 + at(weekday));
  return monday.toLocaleDateString(language, { weekday: 'short' });
}

export function longDay(weekday: Weekday, language: Language): string {
  return new Date(2024, 0, 1 + at(weekday)).toLocaleDateString(language, { weekday: 'long' });
}

function everyDay(days: Weekday[]): boolean {
  return days.length === 7;
}

function workdays(days: Weekday[]): boolean {
  return days.join() === WORKDAYS.join();
}

function list(days: Weekday[], language: Language): string {
  return days.map((day) => shortDay(day, language)).join(', ');
}

function ofMonth(on: MonthDay, language: Language): string {
  if (on.by === 'position') {
    const named = position(on.nth, on.weekday, language);
    if (language === 'en') return `on the ${named}`;
    return `${on.nth === 2 ? 'во' : 'в'} ${named}`;
  }
  if (on.day === -1) return language === 'en' ? 'on the last day' : 'в последний день';
  return language === 'en' ? `on day ${on.day}` : `${on.day}-го числа`;
}

function ofYear(repeat: Repeat, language: Language): string {
  const month = new Date(2024, repeat.month - 1, 1);
  if (repeat.on.by === 'number' && repeat.on.day > 0) {
    const day = new Date(2024, repeat.month - 1, repeat.on.day);
    const text = day.toLocaleDateString(language, { day: 'numeric', month: 'long' });
    return language === 'en' ? `on ${text}` : text;
  }
  const named = month.toLocaleDateString(language, { month: 'long' });
  return `${ofMonth(repeat.on, language)}${language === 'en' ? ` of ${named}` : `, ${named}`}`;
}

function russian({ frequency, interval: n, days, on, ...rest }: Repeat): string {
  switch (frequency) {
    case 'DAILY':
      return n === 1 ? 'каждый день' : `раз в ${n} ${counted(n, 'день', 'дня', 'дней')}`;
    case 'WEEKLY': {
      if (n === 1 && everyDay(days)) return 'каждый день';
      if (n === 1 && workdays(days)) return 'каждый рабочий день';
      if (n === 1 && days.length === 1) return EVERY_RU[at(days[0] as Weekday)] ?? '';
      const weeks = n === 1 ? 'каждую неделю' : `раз в ${n} ${counted(n, 'неделю', 'недели', 'недель')}`;
      return `${weeks}: ${workdays(days) ? 'по рабочим дням' : list(days, 'ru')}`;
    }
    case 'MONTHLY': {
      const months = n === 1 ? 'каждый месяц' : `раз в ${n} ${counted(n, 'месяц', 'месяца', 'месяцев')}`;
      return `${months} ${ofMonth(on, 'ru')}`;
    }
    case 'YEARLY': {
      const years = n === 1 ? 'каждый год' : `раз в ${n} ${counted(n, 'год', 'года', 'лет')}`;
      return `${years} ${ofYear({ frequency, interval: n, days, on, ...rest }, 'ru')}`;
    }
  }
}

function english(repeat: Repeat): string {
  const { frequency, interval: n, days, on } = repeat;
  const every = (one: string) => (n === 1 ? `every ${one}` : `every ${n} ${one}s`);
  switch (frequency) {
    case 'DAILY':
      return every('day');
    case 'WEEKLY':
      if (n === 1 && everyDay(days)) return 'every day';
      if (n === 1 && workdays(days)) return 'every weekday';
      if (n === 1 && days.length === 1) return `every ${DAYS_EN[at(days[0] as Weekday)]}`;
      return `${every('week')} on ${workdays(days) ? 'weekdays' : list(days, 'en')}`;
    case 'MONTHLY':
      return `${every('month')} ${ofMonth(on, 'en')}`;
    case 'YEARLY':
      return `${every('year')} ${ofYear(repeat, 'en')}`;
  }
}

function ending(repeat: Repeat, language: Language): string {
  const end = repeat.end;
  if (end.kind === 'never') return '';
  if (end.kind === 'count') {
    const n = end.count;
    return language === 'en' ? `, ${n === 1 ? 'once' : `${n} times`}` : `, ${n} ${counted(n, 'раз', 'раза', 'раз')}`;
  }
  const day = new Date(`${end.day}T12:00`).toLocaleDateString(language, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
  });
  return language === 'en' ? `, until ${day}` : `, до ${day.replace(/\s*г\.$/, '')}`;
}

/** «каждый вторник, 8 раз». */
export function sentence(repeat: Repeat, language: Language): string {
  return (language === 'en' ? english(repeat) : russian(repeat)) + ending(repeat, language);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
