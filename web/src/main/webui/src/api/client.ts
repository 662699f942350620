/** The one way to the server: JSON over fetch, problems as errors. */

const BASE = '/api/v1';
let csrf = '';

/** A refusal of the server, or of the network (status 0). */
export class Refusal extends Error {
  constructor(
    readonly status: number,
    readonly problem: Record<string, unknown>,
  ) {
    super(String(problem.detail ?? problem.title ?? `HTTP ${status}`));
  }

  /** The fields that are wrong. */
  get fields(): { field: string; message: string }[] {
    return (this.problem.errors as { field: string; message: string }[] | undefined) ?? [];
  }

  /** To be told to whoever is asked for help; empty where the server was not reached. */
  get requestId(): string {
    return String(this.problem.requestId ?? '');
  }
}

export function protectWith(token: string): void {
  csrf = token;
}

let logInAgain: (() => Promise<void>) | null = null;

/** Called when a session has ended; what was asked for is asked again once the promise holds. */
export function whenSessionEnds(ask: (() => Promise<void>) | null): void {
  logInAgain = ask;
}

export type Query = Record<string, string | number | null | undefined>;

interface Call {
  body?: unknown;
  query?: Query;
  etag?: string;
  signal?: AbortSignal;
}

function address(path: string, query: Query = {}): string {
  const parameters = new URLSearchParams();
  for (const [name, value] of Object.entries(query)) if (value != null) parameters.set(name, String(value));
  const text = parameters.toString();
  return BASE + path + (text ? `?${text}` : '');
}

async function call<T>(method: string, path: string, content: Call = {}): Promise<T> {
  const before = csrf;
  let answer = await send(method, path, content);
  if (answer.status === 401 && logInAgain && !path.startsWith('/session')) {
    // Answered after a log-in that another call asked for: that one counts for this call too.
    if (csrf === before) await logInAgain();
    answer = await send(method, path, content);
  }
  const text = await answer.text();
  const json: unknown = text && answer.headers.get('Content-Type')?.includes('json') ? JSON.parse(text) : {};
  if (!answer.ok) throw new Refusal(answer.status, json as Record<string, unknown>);
  return json as T;
}

async function send(method: string, path: string, { body, query, etag, signal }: Call): Promise<Response> {
  const headers: Record<string, string> = { Accept: 'application/json' };
  const file = body instanceof Blob;
  if (body !== undefined) headers['Content-Type'] = file ? body.type : 'application/json';
  if (method !== 'GET' && csrf) headers['X-CSRF-Token'] = csrf;
  if (etag) headers['If-Match'] = `"${etag}"`;
  const sent = body === undefined || file ? body : JSON.stringify(body);
  return fetch(address(path, query), { method, headers, body: sent, signal }).catch(() => {
    throw new Refusal(0, { title: 'offline' });
  });
}

export const api = {
  get: <T>(path: string, query?: Query, signal?: AbortSignal) => call<T>('GET', path, { query, signal }),
  post: <T>(path: string, body?: unknown, query?: Query, signal?: AbortSignal) =>
    call<T>('POST', path, { body, query, signal }),
  put: <T>(path: string, body?: unknown, query?: Query, etag?: string) => call<T>('PUT', path, { body, query, etag }),
  patch: <T>(path: string, etag: string, body: unknown, query?: Query) => call<T>('PATCH', path, { body, query, etag }),
  remove: (path: string, etag?: string, query?: Query) => call<unknown>('DELETE', path, { query, etag }),
  /** Deletes while the page goes away: nobody waits for the answer. */
  leave: (path: string) =>
    void fetch(BASE + path, { method: 'DELETE', keepalive: true, headers: { 'X-CSRF-Token': csrf } }),
};

/** Sends a file as a form does and tells how much of it is there, from 0 to 1, which fetch cannot. */
export function upload<T>(path: string, file: File, told: (share: number) => void, signal: AbortSignal): Promise<T> {
  const form = new FormData();
  form.append('file', file, file.name);
  const request = new XMLHttpRequest();
  request.open('POST', BASE + path);
  request.responseType = 'json';
  request.setRequestHeader('Accept', 'application/json');
  if (csrf) request.setRequestHeader('X-CSRF-Token', csrf);
  request.upload.onprogress = ({ loaded, total }) => told(total ? loaded / total : 0);
  signal.addEventListener('abort', () => request.abort());
  return new Promise((done, refuse) => {
    request.onload = () => {
      const json = (request.response ?? {}) as Record<string, unknown>;
      if (request.status < 300) done(json as T);
      else refuse(new Refusal(request.status, json));
    };
    request.onerror = request.onabort = () => refuse(new Refusal(0, { title: 'offline' }));
    request.send(form);
  });
}
