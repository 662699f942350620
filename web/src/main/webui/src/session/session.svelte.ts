import { api, protectWith } from '../api/client';
import type { User } from '../api/types';
import { words } from '../i18n/index.svelte';

interface Answer {
  csrfToken: string;
  user: User;
}

class Session {
  user = $state<User | null>(null);
  asked = $state(false);

  /** Times are shown in this zone. */
  get zone(): string {
    return this.user?.zone ?? Intl.DateTimeFormat().resolvedOptions().timeZone;
  }

  async resume(): Promise<void> {
    try {
      this.accept(await api.get<Answer>('/session'));
    } catch {
      this.user = null;
    }
    this.asked = true;
  }

  async logIn(login: string, password: string): Promise<void> {
    this.accept(await api.post<Answer>('/session', { login, password }));
  }

  async logOut(): Promise<void> {
    await api.remove('/session').catch(() => undefined);
    this.user = null;
  }

  private accept(answer: Answer): void {
    protectWith(answer.csrfToken);
    words.follow(answer.user.language);
    this.user = answer.user;
  }
}

export const session = new Session();
