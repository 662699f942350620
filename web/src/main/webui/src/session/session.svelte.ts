import { api, protectWith, Refusal, whenSessionEnds } from '../api/client';
import type { User } from '../api/types';
import { forgetSnapshot, keptSnapshot } from '../calendar/snapshot';
import { words } from '../i18n/index.svelte';

/** How people are told things. */
export type Channel = 'mail' | 'messenger' | 'browser';

interface Answer {
  csrfToken: string;
  user: User;
  channels: Channel[];
}

class Session {
  user = $state.raw<User | null>(null);
  /** Those that there are here. */
  channels = $state.raw<Channel[]>(['mail', 'browser']);
  asked = $state(false);
  /** The session ended while the person worked: he logs in again over what he has open, and nothing typed is lost. */
  ended = $state(false);
  /** There is no network to ask who it is: whose data was kept here reads it. */
  remembered = $state(false);
  #again: { promise: Promise<void>; resolve: () => void } | null = null;

  /** Times are shown in this zone. */
  get zone(): string {
    return this.user?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  /** Whose address has another one is outside of the organisation. */
  get domain(): string {
    return this.user?.address.split('@')[1] ?? '';
  }

  /** Those to choose from where one is chosen already, be it one that is gone. */
  channelsWith(chosen: string): Set<Channel> {
    return new Set([...this.channels, chosen as Channel]);
  }

  async resume(): Promise<void> {
    try {
      this.accept(await api.get<Answer>('/session'));
    } catch (refusal) {
      await this.#remember(refusal instanceof Refusal && refusal.status === 0);
    }
    this.asked = true;
  }

  async #remember(away: boolean): Promise<void> {
    const kept = away ? await keptSnapshot() : null;
    if (away && this.user) return;
    if (!away) await forgetSnapshot();
    this.user = kept?.user ?? null;
    this.remembered = Boolean(kept);
    if (kept) words.follow(kept.user.language);
  }

  async logIn(login: string, password: string): Promise<void> {
    this.accept(await api.post<Answer>('/session', { login, password }));
    this.ended = false;
    this.#again?.resolve();
    this.#again = null;
  }

  async logOut(): Promise<void> {
    whenSessionEnds(null);
    await api.remove('/session').catch(() => undefined);
    await forgetSnapshot();
    this.remembered = false;
    this.user = null;
  }

  async changePassword(password: string, newPassword: string): Promise<void> {
    this.accept(await api.put<Answer>('/session/password', { password, newPassword }));
  }

  /** The zone and language of the account, as just saved in the settings. */
  adopt(change: Partial<Pick<User, 'zone' | 'language'>>): void {
    if (this.user) this.user = { ...this.user, ...change };
  }

  #awaitLogIn(): Promise<void> {
    this.ended = true;
    if (!this.#again) {
      let resolve = () => {};
      const promise = new Promise<void>((done) => (resolve = done));
      this.#again = { promise, resolve };
    }
    return this.#again.promise;
  }

  private accept(answer: Answer): void {
    protectWith(answer.csrfToken);
    words.follow(answer.user.language);
    this.user = answer.user;
    this.channels = answer.channels;
    this.remembered = false;
    whenSessionEnds(() => this.#awaitLogIn());
  }
}

export const session = new Session();
