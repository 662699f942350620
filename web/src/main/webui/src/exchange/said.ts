import type { Language } from '../i18n/index.svelte';
import russian from './said.ru.json';

/** A sentence of the server in English, with places like {0}, and the same in another language. */
interface Sentence {
  pattern: RegExp;
  places: string[];
  words: string;
}

const PLACE = /\{(\d)\}/g;
const ANYTHING = sentence(['{0}: {1}', '{0}: {1}']);
const sentences = Object.entries(russian).map(sentence);

function sentence([english, words]: [string, string]): Sentence {
  const places = [...english.matchAll(PLACE)].map((place) => place[1] ?? '');
  const parts = english.split(PLACE).filter((_, index) => index % 2 === 0);
  const literal = parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return { pattern: new RegExp(`^${literal.join('(.*?)')}(?:; |$)`, 's'), places, words };
}

/** What the server says of a mailbox, in the language of who reads it; what is not known stays as it was said. */
export function said(text: string, language: Language): string {
  return language === 'en' ? text : translated(text);
}

function translated(text: string): string {
  for (const one of [...sentences, ANYTHING]) {
    const found = one.pattern.exec(text);
    if (found) return [filled(one, found), ...rest(text.slice(found[0].length))].join('; ');
  }
  const end = text.indexOf('; ');
  return end < 0 ? text : [text.slice(0, end), ...rest(text.slice(end + 2))].join('; ');
}

function rest(text: string): string[] {
  return text ? [translated(text)] : [];
}

function filled(one: Sentence, found: RegExpExecArray): string {
  return one.words.replace(PLACE, (_, place: string) => {
    const value = found[one.places.indexOf(place) + 1] ?? '';
    return value.length < found[0].length ? translated(value) : value;
  });
}
