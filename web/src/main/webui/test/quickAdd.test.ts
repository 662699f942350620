import { describe, expect, it } from 'vitest';
import { quick, stem } from '../src/event/quickAdd';

const NOW = '2026-11-24T20:15:00'; // a Tuesday

function read(text: string): string {
  const found = quick(text, NOW);
  if (!found) return 'nothing';
  const end = found.start.slice(0, 10) === found.end.slice(0, 10) ? found.end.slice(11, 16) : found.end.slice(0, 16);
  return `${found.start.slice(0, 16)}–${end} ${found.title}`;
}

describe('a line of text becomes an event', () => {
  it.each([
    ['завтра 15:00 созвон с Иваном 45 мин', '2026-11-25T15:00–15:45 Созвон с Иваном'],
    ['Планёрка в пятницу в 10', '2026-11-27T10:00–11:00 Планёрка'],
    ['в следующий вторник с 14 до 16 ретро', '2026-12-01T14:00–16:00 Ретро'],
    ['5 декабря отпуск', '2026-12-05–2026-12-06 Отпуск'],
    ['05.12 9:30-10:15 врач', '2026-12-05T09:30–10:15 Врач'],
    ['обед в 3 на полчаса', '2026-11-25T15:00–15:30 Обед'],
    ['созвон в 21:00', '2026-11-24T21:00–22:00 Созвон'],
    ['через 3 дня в 7 вечера ужин 1,5 часа', '2026-11-27T19:00–20:30 Ужин'],
    ['послезавтра подготовка 2 ч 15 мин', '2026-11-26T10:00–12:15 Подготовка'],
    ['Поездка 3 января', '2027-01-03–2027-01-04 Поездка'],
    ['tomorrow 3pm call with Ivan 45 min', '2026-11-25T15:00–15:45 Call with Ivan'],
    ['Lunch on Friday at noon for an hour', '2026-11-27T12:00–13:00 Lunch'],
    ['December 5 from 9 to 11 workshop', '2026-12-05T09:00–11:00 Workshop'],
    ['Review at 9:30 am next Monday', '2026-11-30T09:30–10:30 Review'],
    ['standup 10-10:15 today', '2026-11-24T10:00–10:15 Standup'],
    ['подумать', '2026-11-24T21:00–22:00 Подумать'],
    ['ночная смена завтра 23:00-02:00', '2026-11-25T23:00–2026-11-26T02:00 Ночная смена'],
  ])('%s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it('names people by the beginning of their names', () => {
    expect(quick('завтра в 12 встреча с Борисом и Кларой', NOW)?.people).toEqual(['Борис', 'Клар']);
    expect(quick('lunch with Boris, Clara and Eva', NOW)?.people).toEqual(['Boris', 'Clara', 'Eva']);
    expect(quick('разговор с клиентом', NOW)?.people).toEqual([]);
    expect(stem('Дмитрием Петровым')).toBe('Дмитри Петров');
  });

  it('takes what stands behind @ for the place', () => {
    expect(quick('завтра 10:00 демо @Волга', NOW)).toMatchObject({ title: 'Демо', place: 'Волга' });
  });

  it('does not take numbers of other things for times', () => {
    expect(read('завтра в 10 отчёт за 3 квартал')).toBe('2026-11-25T10:00–11:00 Отчёт за 3 квартал');
    expect(read('release 2.5 tomorrow')).toBe('2026-11-25–2026-11-26 Release 2.5');
  });

  it('is nothing while there is no text', () => {
    expect(quick('  ', NOW)).toBeNull();
  });
});
