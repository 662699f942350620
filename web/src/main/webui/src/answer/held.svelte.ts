import { api } from '../api/client';
import type { Moment } from '../api/types';

/** A message by mail whose sender nobody vouches for. */
export interface HeldMail {
  id: string;
  method: string;
  sender: string | null;
  reason: 'unconfirmed' | 'uninvited';
  organizer: string | null;
  title: string;
  location: string;
  start: Moment;
  end: Moment;
  recurring: boolean;
  receivedAt: string;
}

/** What came by mail from unknown senders, until I say what is to become of it; the latest first. */
class Held {
  mails = $state.raw<HeldMail[]>([]);
  failed = $state<string | null>(null);

  async refresh(): Promise<void> {
    try {
      this.mails = (await api.get<{ items: HeldMail[] }>('/mail/held')).items;
    } catch {
      // the invitations beside it say that the server does not answer
    }
  }

  takeOver(mail: HeldMail): Promise<void> {
    return this.#settle(mail, () => api.post(`/mail/held/${mail.id}/take-over`));
  }

  drop(mail: HeldMail): Promise<void> {
    return this.#settle(mail, () => api.remove(`/mail/held/${mail.id}`));
  }

  async #settle(mail: HeldMail, deed: () => Promise<unknown>): Promise<void> {
    this.failed = null;
    try {
      await deed();
      this.mails = this.mails.filter((one) => one.id !== mail.id);
    } catch {
      this.failed = mail.id;
    }
  }
}

export const held = new Held();
