import { api } from '../api/client';
import type { Calendar, Subscription } from '../api/types';
import { t, words } from '../i18n/index.svelte';
import { session } from '../session/session.svelte';
import { clock, day } from '../time/format';
import { toWall } from '../time/zones';

const WHY = {
  unreachable: 'feedUnreachable',
  inside: 'feedInside',
  refused: 'feedRefused',
  'no-calendar': 'feedNoCalendar',
  'too-large': 'feedTooLarge',
} as const;
const LOOKS = 60;
const BETWEEN_LOOKS = 500;

/** When the feed was read last, or why it could not be. */
export function stateOf({ refreshedAt, problem }: Subscription): string {
  if (problem) return t(WHY[problem]);
  if (!refreshedAt) return t('feedUnread');
  const wall = toWall({ instant: refreshedAt }, session.zone);
  return t('feedRead', { when: `${day(wall, words.language)}, ${clock(wall)}` });
}

const pause = () => new Promise((after) => setTimeout(after, BETWEEN_LOOKS));

async function told(id: string): Promise<Calendar | undefined> {
  const { items } = await api.get<{ items: Calendar[] }>('/calendars');
  return items.find((one) => one.id === id);
}

/** The calendar as the list tells it once its feed was read after that moment, or could not be; else as it is. */
export async function looked(id: string, since: string | null): Promise<Calendar | undefined> {
  let found: Calendar | undefined;
  for (let look = 0; look < LOOKS; look++) {
    found = await told(id);
    const state = found?.subscription;
    if (!state || state.problem || (state.refreshedAt && state.refreshedAt !== since)) return found;
    await pause();
  }
  return found;
}

/** Has the feed read again, and tells what came of it. */
export async function lookAgain(id: string): Promise<Calendar | undefined> {
  const before = await told(id);
  await api.post(`/calendars/${id}/refresh`, {});
  return looked(id, before?.subscription?.refreshedAt ?? null);
}
