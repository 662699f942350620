import { Refusal, upload } from '../api/client';
import { wordsOf } from '../api/refusals';
import { t } from '../i18n/index.svelte';
import { toast } from '../ui/toast.svelte';

const LARGEST = 25 * 1024 * 1024;

/** A file on its way into an event. */
export class Transfer {
  share = $state(0);
  trouble = $state('');
  state = $state<'waiting' | 'sending' | 'failed'>('waiting');
  readonly #abort = new AbortController();

  constructor(readonly file: File) {
    if (file.size > LARGEST) this.#fail(t('attachLarge'));
  }

  /** True when the event has it. */
  async send(event: string): Promise<boolean> {
    if (this.state === 'failed') return false;
    this.state = 'sending';
    try {
      await upload(`/events/${event}/attachments`, this.file, (share) => (this.share = share), this.#abort.signal);
      return true;
    } catch (refusal) {
      if (this.#abort.signal.aborted) return false;
      this.#fail(why(refusal));
      return false;
    }
  }

  stop(): void {
    this.#abort.abort();
  }

  #fail(words: string): void {
    this.state = 'failed';
    this.trouble = words;
  }
}

function why(refusal: unknown): string {
  const status = refusal instanceof Refusal ? refusal.status : 0;
  if (status === 413) return t('attachLarge');
  return status === 409 ? t('attachMany') : wordsOf(refusal);
}

/** Files on their way, one after the other: each makes a new version of the event. */
export class Transfers {
  list = $state.raw<Transfer[]>([]);
  #last: Promise<unknown> = Promise.resolve();

  /** To be sent later, when the event is there. */
  add(files: Iterable<File>): Transfer[] {
    const more = [...files].map((file) => new Transfer(file));
    this.list = [...this.list, ...more];
    return more;
  }

  /** Sends what waits; what arrived leaves the list, what failed stays in it. */
  send(event: string, arrived: () => Promise<unknown>): Promise<void> {
    const sending = this.#last.then(async () => {
      for (const one of this.list.filter(({ state }) => state === 'waiting')) {
        if (!this.list.includes(one) || !(await one.send(event))) continue;
        await arrived();
        this.drop(one);
      }
    });
    this.#last = sending;
    return sending;
  }

  /** Everything that waits into an event that is new; says what failed. True when all arrived. */
  async deliver(event: string): Promise<boolean> {
    await this.send(event, () => Promise.resolve());
    const failed = this.list.find(({ trouble }) => trouble);
    if (failed) toast.show({ text: t('attachFailed', { name: failed.file.name, why: failed.trouble }) });
    return !failed;
  }

  drop(one: Transfer): void {
    one.stop();
    this.list = this.list.filter((other) => other !== one);
  }
}
