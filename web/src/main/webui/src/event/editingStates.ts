import type { Part, Row } from './changes';
import type { Draft } from './draft';
import type { Before } from './saving';

/** What can come between a form and its save. */

/** The refusal of the server as the form shows it. */
export interface Trouble {
  words: string;
  requestId: string;
  fields: { field: string; message: string }[];
}

/** Somebody else's state against what is typed. */
export interface Conflict {
  now: Before;
  theirs: Draft;
  rows: Row[];
}

/** What somebody else saved while the form was open. */
export interface News {
  now: Before;
  theirs: Draft;
  parts: Part[];
}
