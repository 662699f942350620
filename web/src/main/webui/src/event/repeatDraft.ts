import type { Draft } from './draft';
import { moved, repeatOf, ruleIn, ruleOf, withRule, type Repeat } from './recurrence';

/** The rule of a draft. */

function startOf(draft: Draft): string {
  return draft.allDay ? draft.start.slice(0, 10) : draft.start;
}

/** Null where it does not repeat, or says more than the form can show. */
export function repeatIn(draft: Draft): Repeat | null {
  const rule = ruleIn(draft.recurrence);
  return rule ? repeatOf(rule, startOf(draft), draft.zone) : null;
}

/** With this rule, or with none; a rule that the form cannot show (undefined) stays as it is. */
export function repeating(draft: Draft, repeat: Repeat | null | undefined): Draft {
  if (repeat === undefined) return draft;
  const rule = repeat && ruleOf(repeat, startOf(draft), draft.zone);
  return { ...draft, recurrence: withRule(draft.recurrence, rule) };
}

/** When the start goes to another day, «каждый вторник» becomes «каждую среду». */
export function followingDay(before: Draft, after: Draft): Draft {
  const repeat = repeatIn(before);
  if (!repeat || before.start.slice(0, 10) === after.start.slice(0, 10)) return after;
  const next = moved(repeat, before.start, after.start);
  return JSON.stringify(next) === JSON.stringify(repeat) ? after : repeating(after, next);
}
