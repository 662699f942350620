import { live, ofLock, tells, type Change } from './live';
import { shelf } from './shelf.svelte';

/**
 * The server's stream of changes. The browser comes back by itself after a break and names the last change it saw, so
 * nothing is missed. A burst of changes is told once.
 */
export class Changes {
  #stream: EventSource | null = null;
  #later: ReturnType<typeof setTimeout> | undefined;
  #broken = false;

  constructor(private readonly tell: () => void) {}

  /** Whether a change would be heard of. */
  get hears(): boolean {
    return !this.#broken && this.#stream?.readyState === EventSource.OPEN && navigator.onLine;
  }

  open(): void {
    this.close();
    this.#stream = new EventSource('/api/v1/changes');
    this.#stream.addEventListener('change', (message: MessageEvent<string>) => this.#hear(message.data));
    this.#stream.addEventListener('error', () => this.#mend());
    this.#stream.addEventListener('open', () => this.#opened());
    addEventListener('online', this.#online);
  }

  close(): void {
    clearTimeout(this.#later);
    removeEventListener('online', this.#online);
    this.#stream?.close();
    this.#stream = null;
  }

  #online = () => this.#soon();

  /** Locks, reminders and news change nothing that the grid shows. */
  #hear(data: string): void {
    const change = JSON.parse(data) as Change;
    if (change.kind === 'shared') void shelf.load().catch(() => {});
    if (!ofLock(change.kind) && !tells(change.kind)) this.#soon();
    live.tell(change);
  }

  #soon(): void {
    clearTimeout(this.#later);
    this.#later = setTimeout(this.tell, 150);
  }

  /** Of what happened since the last answer, or while the stream was broken, nothing was heard. */
  #opened(): void {
    this.#soon();
    if (this.#broken) live.missed();
    this.#broken = false;
  }

  /** A stream that was refused, not only cut, is given up by the browser: begun anew after a while. */
  #mend(): void {
    this.#broken = true;
    if (this.#stream?.readyState === EventSource.CLOSED) setTimeout(() => this.#stream && this.open(), 5000);
  }
}
