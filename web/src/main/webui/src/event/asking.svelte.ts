import type { Scope } from '../api/types';
import type { Part } from './changes';

export interface ChangeRow {
  part: Part;
  was: string;
  now: string;
}

/** What must be known before a change is sent. */
export interface Question {
  act: 'save' | 'move' | 'delete';
  title: string;
  /** Of a series, the safe one first; empty for a single event. */
  scopes: Scope[];
  /** Why "only this one" is not offered. */
  notThis?: boolean;
  /** How many instances changed on their own would be lost. */
  lost: Partial<Record<Scope, number>>;
  /** Whether guests could be told. */
  guests: boolean;
  /** What guests would be told. */
  changes: ChangeRow[];
  /** Whether telling them is what most would want. */
  urgent: boolean;
}

export interface Reply {
  scope: Scope;
  notify: 'all' | 'none';
}

/** One question at a time, answered by the dialog. */
class Asking {
  question = $state.raw<Question | null>(null);
  #answer: ((reply: Reply | null) => void) | null = null;

  ask(question: Question): Promise<Reply | null> {
    this.reply(null);
    this.question = question;
    return new Promise((answer) => (this.#answer = answer));
  }

  /** Null when the person thought better of it. */
  reply(reply: Reply | null): void {
    const answer = this.#answer;
    this.#answer = null;
    this.question = null;
    answer?.(reply);
  }
}

export const asking = new Asking();
