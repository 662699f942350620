import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Changes } from '../src/calendar/changes';

class Stream extends EventTarget {
  static readonly OPEN = 1;
  static readonly CLOSED = 2;
  static last: Stream;
  readyState = Stream.OPEN;

  constructor() {
    super();
    Stream.last = this;
  }

  close(): void {
    this.readyState = Stream.CLOSED;
  }
}

const told = vi.fn();
let changes: Changes;

beforeEach(() => {
  vi.useFakeTimers();
  vi.stubGlobal('EventSource', Stream);
  vi.stubGlobal('addEventListener', vi.fn());
  vi.stubGlobal('removeEventListener', vi.fn());
  told.mockReset();
  changes = new Changes(told);
  changes.open();
});

afterEach(() => {
  changes.close();
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

describe('the stream of changes', () => {
  it('asks once it is open: what changed since the first answer was heard by nobody', () => {
    Stream.last.dispatchEvent(new Event('open'));
    vi.runAllTimers();
    expect(told).toHaveBeenCalledOnce();
  });

  it('tells a burst of changes once', () => {
    for (let i = 0; i < 5; i++)
      Stream.last.dispatchEvent(new MessageEvent('change', { data: '{"eventId":"a","kind":"changed"}' }));
    vi.runAllTimers();
    expect(told).toHaveBeenCalledOnce();
  });

  it('says nothing of a lock, which no grid shows', () => {
    Stream.last.dispatchEvent(new MessageEvent('change', { data: '{"eventId":"a","kind":"edit-locked"}' }));
    vi.runAllTimers();
    expect(told).not.toHaveBeenCalled();
  });
});
