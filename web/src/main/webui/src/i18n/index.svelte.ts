import type { Entry } from './dictionary';
import { attachment as enAttachment } from './en/attachment';
import { event as enEvent } from './en/event';
import { exchange as enExchange } from './en/exchange';
import { files as enFiles } from './en/files';
import { frame as enFrame } from './en/frame';
import { operations as enOperations } from './en/operations';
import { people as enPeople } from './en/people';
import { sharing as enSharing } from './en/sharing';
import { attachment } from './ru/attachment';
import { event } from './ru/event';
import { exchange } from './ru/exchange';
import { files } from './ru/files';
import { frame } from './ru/frame';
import { operations } from './ru/operations';
import { people } from './ru/people';
import { sharing } from './ru/sharing';

export type Language = 'ru' | 'en';

const ru = { ...frame, ...event, ...people, ...sharing, ...files, ...attachment, ...operations, ...exchange };
export type Key = keyof typeof ru;

const dictionaries: Record<Language, Record<Key, Entry>> = {
  ru,
  en: {
    ...enFrame,
    ...enEvent,
    ...enPeople,
    ...enSharing,
    ...enFiles,
    ...enAttachment,
    ...enOperations,
    ...enExchange,
  },
};
const plurals = { ru: new Intl.PluralRules('ru'), en: new Intl.PluralRules('en') };
const kept = localStorage.getItem('kalends.language');

class Words {
  language = $state<Language>(
    kept === 'ru' || kept === 'en' ? kept : navigator.language.startsWith('ru') ? 'ru' : 'en',
  );

  /** The language of the account counts until the person has chosen another one here. */
  follow(language: string): void {
    if (!localStorage.getItem('kalends.language')) this.language = language === 'en' ? 'en' : 'ru';
    document.documentElement.lang = this.language;
  }

  choose(language: Language): void {
    this.language = language;
    localStorage.setItem('kalends.language', language);
    document.documentElement.lang = language;
  }
}

export const words = new Words();

/**
 * The words for a key in the present language; `{name}` and the like are filled in. An entry with plural forms is
 * chosen by the value `n`.
 */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  const entry = dictionaries[words.language][key];
  const text = typeof entry === 'string' ? entry : (entry[form(values.n)] ?? entry.other);
  return text.replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

function form(count: string | number | undefined): Intl.LDMLPluralRule {
  return plurals[words.language].select(Number(count ?? 0));
}
