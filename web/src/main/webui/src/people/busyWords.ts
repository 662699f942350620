import { t, words } from '../i18n/index.svelte';
import { clock, day } from '../time/format';
import { toWall } from '../time/zones';
import type { Busy } from '../api/types';
import type { Time } from './busy.svelte';

const MOST = 3;

/** «занят 10:00–11:00», «в отпуске до …» and so on. */
export function busyWords(time: Time, zone: string): string {
  if (time.standing === 'checking' || time.standing === 'free' || time.standing === 'unknown') return t(time.standing);
  const first = time.busy.filter((one) => one.type === time.standing);
  const shown = first
    .slice(0, MOST)
    .map((one) => hours(one, zone))
    .join(', ');
  const more = first.length > MOST ? ` ${t('moreClashes', { n: first.length - MOST })}` : '';
  return t(time.standing === 'busy' ? 'busy' : `standing_${time.standing}`, { when: shown + more });
}

/** `10:00–11:00`, with days where it goes over midnight. */
export function hours(busy: Busy, zone: string): string {
  const start = toWall({ instant: busy.start }, zone);
  const end = toWall({ instant: busy.end }, zone);
  if (start.slice(0, 10) === end.slice(0, 10)) return `${clock(start)}–${clock(end)}`;
  return `${day(start, words.language)} ${clock(start)} – ${day(end, words.language)} ${clock(end)}`;
}
