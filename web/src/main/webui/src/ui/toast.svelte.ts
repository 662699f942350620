/** Short messages at the foot of the window. One that can be undone says so for as long as it is seen. */

export interface Said {
  text: string;
  /** Takes back what was done; the toast goes when it is called. */
  undo?: () => Promise<void> | void;
  /** What the button says, where it is not «Undo». */
  undoLabel?: string;
  /** Only its button does it, never the key for «undo». */
  keyless?: boolean;
  /** How long it is seen; 8 unless said, the undo window of the server's mails. */
  seconds?: number;
}

export interface Toast extends Said {
  id: number;
}

const SECONDS = 8;
const MOST = 3;

class Toasts {
  shown = $state<Toast[]>([]);
  #last = 0;
  #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(said: Said): void {
    const id = ++this.#last;
    this.shown = [...this.shown, { ...said, id }].slice(-MOST);
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), (said.seconds ?? SECONDS) * 1000),
    );
  }

  dismiss(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.shown = this.shown.filter((one) => one.id !== id);
  }

  /** Undoes the newest that can be undone. False if there is none. */
  undoNewest(): boolean {
    const newest = this.shown.findLast((one) => one.undo && !one.keyless);
    if (!newest) return false;
    void this.undo(newest);
    return true;
  }

  async undo(one: Toast): Promise<void> {
    this.dismiss(one.id);
    await one.undo?.();
  }
}

export const toast = new Toasts();
