import { api } from '../api/client';
import type { Calendar, Person, Reminder } from '../api/types';
import { colourAt } from './palette';

/** A colleague whose busy times are drawn beside one's own events. */
export interface Colleague {
  address: string;
  name: string;
}

/** A calendar of somebody else that one is asked to take. */
export interface Offer {
  id: string;
  name: string;
  owner: { name: string; address: string };
  level: string;
}

interface Page<T> {
  items: T[];
}

function kept<T>(key: string, fallback: T): T {
  try {
    return JSON.parse(localStorage.getItem(key) ?? 'null') ?? fallback;
  } catch {
    return fallback;
  }
}

/** The calendars at the side: which there are, which are seen. */
/** What somebody wants of a calendar; what is not said stays. */
export interface Wanted {
  name: string;
  color: string;
  source?: string;
  defaultReminders?: Reminder[];
  defaultAllDayReminders?: Reminder[];
}

class Shelf {
  calendars = $state.raw<Calendar[]>([]);
  offers = $state.raw<Offer[]>([]);
  hidden = $state.raw<string[]>(kept('kalends.hidden', []));
  /** Only this calendar is seen, whatever is hidden. */
  solo = $state<string | null>(null);
  colleagues = $state.raw<Colleague[]>(kept('kalends.colleagues', []));

  sees(id: string): boolean {
    return this.solo ? this.solo === id : !this.hidden.includes(id);
  }

  toggle(id: string): void {
    this.solo = null;
    this.hidden = this.hidden.includes(id) ? this.hidden.filter((one) => one !== id) : [...this.hidden, id];
    localStorage.setItem('kalends.hidden', JSON.stringify(this.hidden));
  }

  alone(id: string): void {
    this.solo = this.solo === id ? null : id;
  }

  find(id: string): Calendar | undefined {
    return this.calendars.find((one) => one.id === id);
  }

  /** Whether what cannot be changed in it is no copy of his own, but somebody else's. */
  foreign(id: string): boolean {
    return (this.find(id)?.kind ?? 'own') !== 'own';
  }

  /** Whether he answers what its owner is invited to. */
  answers(id: string): boolean {
    return !this.foreign(id) || this.find(id)?.access === 'manage';
  }

  colourOf(id: string): string | undefined {
    return this.find(id)?.color;
  }

  colourOfColleague(address: string): string {
    return colourAt(this.colleagues.findIndex((one) => one.address === address) + 3);
  }

  watch({ address, name }: Pick<Person, 'address' | 'name'>): void {
    if (this.colleagues.some((one) => one.address === address)) return;
    this.#keep([...this.colleagues, { address, name }]);
  }

  forget(address: string): void {
    this.#keep(this.colleagues.filter((one) => one.address !== address));
  }

  #keep(colleagues: Colleague[]): void {
    this.colleagues = colleagues;
    localStorage.setItem('kalends.colleagues', JSON.stringify(colleagues));
  }

  async load(): Promise<void> {
    const [calendars, offers] = await Promise.all([
      api.get<Page<Calendar>>('/calendars'),
      api.get<Page<Offer>>('/calendars/invitations').catch(() => ({ items: [] })),
    ]);
    this.calendars = calendars.items;
    this.offers = offers.items;
  }

  async answer(offer: Offer, answer: 'accepted' | 'declined'): Promise<void> {
    await api.put(`/calendars/invitations/${offer.id}`, { answer });
    await this.load();
  }

  async save(id: string | null, input: Wanted): Promise<void> {
    if (id) await api.patch(`/calendars/${id}`, '', input);
    else await api.post('/calendars', input);
    await this.load();
  }

  async remove(id: string): Promise<void> {
    await api.remove(`/calendars/${id}`);
    await this.load();
  }
}

export const shelf = new Shelf();
