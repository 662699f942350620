import { describe, expect, it } from 'vitest';
import type { Entry } from '../src/i18n/dictionary';
import { attachment as enAttachment } from '../src/i18n/en/attachment';
import { event as enEvent } from '../src/i18n/en/event';
import { exchange as enExchange } from '../src/i18n/en/exchange';
import { files as enFiles } from '../src/i18n/en/files';
import { frame as enFrame } from '../src/i18n/en/frame';
import { operations as enOperations } from '../src/i18n/en/operations';
import { people as enPeople } from '../src/i18n/en/people';
import { sharing as enSharing } from '../src/i18n/en/sharing';
import { attachment as ruAttachment } from '../src/i18n/ru/attachment';
import { event as ruEvent } from '../src/i18n/ru/event';
import { exchange as ruExchange } from '../src/i18n/ru/exchange';
import { files as ruFiles } from '../src/i18n/ru/files';
import { frame as ruFrame } from '../src/i18n/ru/frame';
import { operations as ruOperations } from '../src/i18n/ru/operations';
import { people as ruPeople } from '../src/i18n/ru/people';
import { sharing as ruSharing } from '../src/i18n/ru/sharing';

const areas = {
  frame: [ruFrame, enFrame],
  event: [ruEvent, enEvent],
  people: [ruPeople, enPeople],
  sharing: [ruSharing, enSharing],
  files: [ruFiles, enFiles],
  attachment: [ruAttachment, enAttachment],
  operations: [ruOperations, enOperations],
  exchange: [ruExchange, enExchange],
} as const;
const ru: Record<string, Entry> = {
  ...ruFrame,
  ...ruEvent,
  ...ruPeople,
  ...ruSharing,
  ...ruFiles,
  ...ruAttachment,
  ...ruOperations,
  ...ruExchange,
};
const en: Record<string, Entry> = {
  ...enFrame,
  ...enEvent,
  ...enPeople,
  ...enSharing,
  ...enFiles,
  ...enAttachment,
  ...enOperations,
  ...enExchange,
};
const keys = Object.keys(ru);

const files: Record<string, string> = import.meta.glob(['../src/**/*.{svelte,ts}', '!../src/i18n/{ru,en}/**'], {
  query: '?raw',
  import: 'default',
  eager: true,
});
const code = Object.values(files).join('\n');
/** Keys that are put together, such as `view_${view}`: what is fixed in them. */
const composed = [...code.matchAll(/`(\w*)\$\{[^}`]*\}(\w*)`/g)]
  .map(([, before = '', after = '']) => [before, after] as const)
  .filter(([before, after]) => before.length > 3 || after.length > 3);

function used(key: string): boolean {
  const quoted = new RegExp(`['"\`]${key}['"\`]|[?:] ${key}\\b`);
  return quoted.test(code) || composed.some(([before, after]) => key.startsWith(before) && key.endsWith(after));
}

const forms = (entry: Entry | undefined) => (typeof entry === 'object' ? Object.values(entry) : [entry ?? '']);
/** What is filled in but the number, which «one» may say in a word. */
const holes = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).filter((name) => name !== 'n');

describe('the dictionaries', () => {
  it('hold the same keys in both languages, each key in one area', () => {
    for (const [russian, english] of Object.values(areas)) {
      expect(Object.keys(english).sort()).toEqual(Object.keys(russian).sort());
    }
    const all = Object.values(areas).flatMap(([russian]) => Object.keys(russian));
    expect(all.length).toBe(new Set(all).size);
  });

  it('hold nothing that is not used', () => {
    expect(keys.filter((key) => !used(key))).toEqual([]);
  });

  it('hold every key that is asked for', () => {
    const asked = [...code.matchAll(/\bt\(\s*'(\w+)'/g)].map(([, key = '']) => key);
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((key) => !(key in ru))).toEqual([]);
  });

  it('say the same with the same values', () => {
    for (const key of keys) {
      const wanted = holes(forms(ru[key])[0] ?? '');
      for (const text of [...forms(ru[key]), ...forms(en[key])]) {
        expect(holes(text).sort(), `${key}: ${text}`).toEqual(wanted.sort());
      }
    }
  });

  it('have plural forms that are whole: Russian with few and many, or with one and the rest alike', () => {
    const sets = (dictionary: Record<string, Entry>) => {
      const counted = Object.entries(dictionary).filter(([, entry]) => typeof entry === 'object');
      return counted.map(([key, entry]) => [key, Object.keys(entry).sort().join()]);
    };
    expect(sets(en).filter(([, there]) => there !== 'one,other')).toEqual([]);
    expect(sets(ru).filter(([, there]) => there !== 'one,other' && there !== 'few,many,one,other')).toEqual([]);
  });

  it('hold no empty words, and no Cyrillic in English but the name of the other language', () => {
    for (const key of keys) for (const text of [...forms(ru[key]), ...forms(en[key])]) expect(text, key).not.toBe('');
    const cyrillic = keys.filter((key) => key !== 'language' && forms(en[key]).some((text) => /[а-яё]/i.test(text)));
    expect(cyrillic).toEqual([]);
  });
});
