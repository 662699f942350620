import { words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { clock, day } from './format';
import { toWall } from './zones';

/** A moment as who looks at it reads it: day and time. */
export function moment(instant: string): string {
  const wall = toWall({ instant }, session.zone);
  return `${day(wall, words.language)}, ${clock(wall)}`;
}
