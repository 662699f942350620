import { api } from '../api/client';
import type { Calendar, Level, Share } from '../api/types';

/** From the least to the most. */
export const LEVELS: Level[] = ['freebusy', 'read', 'write', 'manage'];

/** With whom one calendar is shared, as the server has it. */
export class Shares {
  items = $state.raw<Share[]>([]);

  constructor(private readonly calendar: Calendar) {}

  async load(): Promise<void> {
    this.items = (await api.get<{ items: Share[] }>(this.#path)).items;
  }

  async put(principal: string, level: Level, seePrivate: boolean): Promise<void> {
    await api.put(`${this.#path}/${encodeURIComponent(principal)}`, { level, seePrivate });
    await this.load();
  }

  async remove(principal: string): Promise<void> {
    await api.remove(`${this.#path}/${encodeURIComponent(principal)}`);
    await this.load();
  }

  get #path(): string {
    return `/calendars/${this.calendar.id}/shares`;
  }
}

/** Whether he may say who else sees it. */
export function manages(calendar: Calendar): boolean {
  return calendar.access === 'owner' || calendar.access === 'manage';
}
