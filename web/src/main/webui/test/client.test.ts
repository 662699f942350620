import { afterEach, describe, expect, it, vi } from 'vitest';
import { api, protectWith, whenSessionEnds } from '../src/api/client';

const answer = (status: number) => new Response('{}', { status, headers: { 'Content-Type': 'application/json' } });

afterEach(() => {
  vi.unstubAllGlobals();
  whenSessionEnds(null);
});

describe('a call whose session has ended', () => {
  it('waits for the log-in and is asked again', async () => {
    const fetched = vi.fn().mockResolvedValueOnce(answer(401)).mockResolvedValueOnce(answer(200));
    vi.stubGlobal('fetch', fetched);
    const asked = vi.fn().mockResolvedValue(undefined);
    whenSessionEnds(asked);
    await api.get('/calendars');
    expect(asked).toHaveBeenCalledOnce();
    expect(fetched).toHaveBeenCalledTimes(2);
  });

  it('asks for no second log-in when one happened before its answer came', async () => {
    let late: (answer: Response) => void = () => undefined;
    const fetched = vi
      .fn()
      .mockReturnValueOnce(new Promise<Response>((resolve) => (late = resolve)))
      .mockResolvedValueOnce(answer(200));
    vi.stubGlobal('fetch', fetched);
    const asked = vi.fn().mockResolvedValue(undefined);
    whenSessionEnds(asked);
    const call = api.get('/calendars');
    protectWith('of the new session');
    late(answer(401));
    await call;
    expect(asked).not.toHaveBeenCalled();
    expect(fetched).toHaveBeenCalledTimes(2);
  });
});
