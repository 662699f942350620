import { describe, expect, it } from 'vitest';
import { canBeShown, sizeWords } from '../src/attachment/files';

const file = (type: string) => ({ id: '1', name: 'x', type, size: 1, url: null });

describe('files of events', () => {
  it('say their size in the unit that suits it', () => {
    expect(sizeWords(0, 'en')).toBe('0 byte');
    expect(sizeWords(999, 'en')).toBe('999 byte');
    expect(sizeWords(1_250, 'en')).toBe('1.3 kB');
    expect(sizeWords(26_214_400, 'en')).toBe('26.2 MB');
    expect(sizeWords(26_214_400, 'ru').replace(/\s/g, ' ')).toBe('26,2 МБ');
  });

  it('are shown only where nothing in them can run', () => {
    expect(canBeShown(file('image/png'))).toBe(true);
    expect(canBeShown(file('application/pdf'))).toBe(true);
    for (const type of ['image/svg+xml', 'text/html', 'application/xhtml+xml', 'image/png; x']) {
      expect(canBeShown(file(type))).toBe(false);
    }
  });
});
