import { en } from './en';
import { ru } from './ru';

export type Language = 'ru' | 'en';
export type Key = keyof typeof ru;

const dictionaries: Record<Language, Record<Key, string>> = { ru, en };
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

/** The words for a key in the present language; `{n}` and the like are filled in. */
export function t(key: Key, values: Record<string, string | number> = {}): string {
  return dictionaries[words.language][key].replace(/\{(\w+)\}/g, (whole, name: string) =>
    String(values[name] ?? whole),
  );
}
