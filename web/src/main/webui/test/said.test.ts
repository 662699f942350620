import { describe, expect, it } from 'vitest';
import { said } from '../src/exchange/said';
import russian from '../src/exchange/said.ru.json';

const sources = import.meta.glob<string>('../../../../../ejb/src/main/java/org/kalends/exchange/**/*.java', {
  query: '?raw',
  import: 'default',
  eager: true,
});

describe('what the server says of mailboxes', () => {
  it('is said in the language of who reads it', () => {
    expect(said('Exchange is busy', 'ru')).toBe('Exchange занят');
    expect(said('Exchange is busy', 'en')).toBe('Exchange is busy');
  });

  it('keeps what only this one tells', () => {
    expect(said("The time zone 'Mars; 1' is not known; Europe/Moscow is taken", 'ru')).toBe(
      'Часовой пояс «Mars; 1» неизвестен; взят Europe/Moscow',
    );
  });

  it('may be several sentences', () => {
    expect(said("title 'A'; place 'B'; single instances", 'ru')).toBe('название «A»; место «B»; отдельные повторения');
  });

  it('may say one sentence within another', () => {
    expect(said('plan.pdf stays in Exchange: a file may have 10 MiB at most', 'ru')).toBe(
      'plan.pdf остаётся в Exchange: файл может занимать не больше 10 МиБ',
    );
    expect(said('Lunch: the item has no start', 'ru')).toBe('Lunch: у элемента нет начала');
  });

  it('stays as it is where it is not known', () => {
    expect(said('ErrorFoo: Bar; baz', 'ru')).toBe('ErrorFoo: Bar; baz');
    expect(said('', 'ru')).toBe('');
  });

  it('is what the server still says', () => {
    const code = Object.values(sources)
      .join('')
      .replace(/"\s*\+\s*"/g, '');
    const fragments = Object.keys(russian).flatMap((english) => english.split(/'?\{\d\}'?|, (?=where)/));
    expect(Object.keys(sources).length).toBeGreaterThan(50);
    expect(fragments.filter((one) => !code.includes(one.trim()))).toEqual([]);
  });
});
