import { api } from '../api/client';

/** What an administrator sees of Exchange: /admin/exchange. */
export interface Standing {
  configured: boolean;
  atOnce: number;
  restsUntil: string | null;
}

export type State = 'new' | 'running' | 'waiting' | 'paused' | 'done' | 'failed' | 'stopped';
export type Turn = 'pause' | 'resume' | 'stop' | 'retry';
export type Action = 'created' | 'updated' | 'unchanged' | 'skipped' | 'held' | 'failed' | 'differs';

export interface Job {
  id: string;
  mailbox: string;
  state: State;
  dryRun: boolean;
  announce: boolean;
  verifyOnly: boolean;
  total: number | null;
  counts: { seen: number; created: number; updated: number; unchanged: number; skipped: number; failed: number };
  verified: { there: number; here: number; differing: number } | null;
  problem: string | null;
}

export interface Item {
  id: string;
  calendar: string;
  title: string;
  action: Action;
  reason: string;
}

export interface Subscription {
  mailbox: string;
  heardAt: string | null;
  syncedAt: string | null;
  problem: string | null;
}

export interface Note {
  uid: string;
  at: string;
  kind: string;
  detail: string;
}

export interface Refused {
  mailbox: string;
  reason: string;
}

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

const ROOT = '/admin/exchange';
const ENDED: State[] = ['done', 'failed', 'stopped'];

export type Doing = 'move' | 'announce' | 'rehearse' | 'verify' | 'subscribe';

class Exchange {
  standing = $state.raw<Standing | null>(null);
  jobs = $state.raw<Job[]>([]);
  subscriptions = $state.raw<Subscription[]>([]);

  /** Whether a job goes on by itself, so that another look is worth it. */
  get busy(): boolean {
    return this.jobs.some((job) => !ENDED.includes(job.state) && job.state !== 'paused');
  }

  async load() {
    this.standing = await api.get<Standing>(ROOT);
    if (!this.standing.configured) return;
    const [jobs, subscriptions] = await Promise.all([
      api.get<Page<Job>>(`${ROOT}/migrations`),
      api.get<Page<Subscription>>(`${ROOT}/subscriptions`, { limit: '500' }),
    ]);
    this.jobs = jobs.items;
    this.subscriptions = subscriptions.items;
  }

  /** Gives what was refused. */
  async begin(doing: Doing, mailboxes: string[]): Promise<Refused[]> {
    const body =
      doing === 'subscribe'
        ? { mailboxes }
        : { mailboxes, dryRun: doing === 'rehearse', verifyOnly: doing === 'verify', announce: doing === 'announce' };
    const path = doing === 'subscribe' ? 'subscriptions' : 'migrations';
    const { refused } = await api.post<{ refused: Refused[] }>(`${ROOT}/${path}`, body);
    await this.load();
    return refused;
  }

  async turn(job: Job, turn: Turn) {
    await api.post(`${ROOT}/migrations/${job.id}/${turn}`);
    await this.load();
  }

  async items(job: Job): Promise<Item[]> {
    return (await api.get<Page<Item>>(`${ROOT}/migrations/${job.id}/items`, { limit: '100' })).items;
  }

  async resync(one: Subscription) {
    await api.post(`${path(one)}/resync`);
    await this.load();
  }

  async end(one: Subscription) {
    await api.remove(path(one));
    await this.load();
  }

  async notes(one: Subscription): Promise<Note[]> {
    return (await api.get<Page<Note>>(`${path(one)}/notes`, { limit: '100' })).items;
  }
}

function path(one: Subscription): string {
  return `${ROOT}/subscriptions/${encodeURIComponent(one.mailbox)}`;
}

/** What a job that stands so can be told. */
export function turns(state: State): Turn[] {
  if (state === 'paused') return ['resume', 'stop'];
  if (state === 'failed' || state === 'stopped') return ['retry'];
  return state === 'done' ? [] : ['pause', 'stop'];
}

/** Addresses of a list: one on a line, # for comments, as in the files of the scripts. */
export function addresses(text: string): string[] {
  const lines = text.split(/[\n,;]/).map((line) => line.replace(/#.*/, '').trim());
  return [...new Set(lines.filter(Boolean))];
}

export const exchange = new Exchange();
