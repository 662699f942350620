import { t } from '../i18n/index.svelte';
import { toast } from '../ui/toast.svelte';

interface InstallPrompt extends Event {
  prompt(): Promise<unknown>;
}

const HOUR = 3_600_000;

/** The app as one that is installed: offered to be, kept up to date. */
class App {
  /** The browser would install it if asked. */
  installable = $state(false);
  #prompt: InstallPrompt | null = null;
  #asked = 0;

  start(): void {
    addEventListener('beforeinstallprompt', (event) => {
      event.preventDefault();
      this.#prompt = event as InstallPrompt;
      this.installable = true;
    });
    addEventListener('appinstalled', () => (this.installable = false));
    if (import.meta.env.PROD && 'serviceWorker' in navigator) void this.#register().catch(() => undefined);
  }

  async install(): Promise<void> {
    this.installable = false;
    await this.#prompt?.prompt();
    this.#prompt = null;
  }

  async #register(): Promise<void> {
    const kept = await navigator.serviceWorker.register('/sw.js', { updateViaCache: 'none' });
    if (kept.waiting) this.#offer(kept.waiting);
    kept.addEventListener('updatefound', () => {
      const next = kept.installing;
      next?.addEventListener('statechange', () => next.state === 'installed' && this.#offer(next));
    });
    this.#asked = Date.now();
    document.addEventListener('visibilitychange', () => {
      if (document.hidden || Date.now() - this.#asked < HOUR) return;
      this.#asked = Date.now();
      void kept.update().catch(() => undefined);
    });
  }

  /** A page that is open goes on with its own files until the person wants the new ones, or closes it. */
  #offer(next: ServiceWorker): void {
    if (!navigator.serviceWorker.controller) return;
    toast.show({
      text: t('newVersion'),
      undoLabel: t('reload'),
      keyless: true,
      seconds: HOUR / 1000,
      undo: () => {
        navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), { once: true });
        next.postMessage('take-over');
      },
    });
  }
}

export const app = new App();
