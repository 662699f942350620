import { describe, expect, it } from 'vitest';
import { nameOf } from '../src/browser/device.svelte';

describe('the name of a browser', () => {
  it('is what its owner calls it', () => {
    const linux = 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36';
    expect(nameOf(linux)).toBe('Chrome, Linux');
    expect(nameOf(`${linux} Edg/140.0`)).toBe('Edge, Linux');
    expect(nameOf('Mozilla/5.0 (Windows NT 10.0; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox, Windows');
    expect(nameOf('Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1')).toBe(
      'Safari, iOS',
    );
    expect(nameOf('Mozilla/5.0 (Linux; Android 15) Chrome/140.0 Mobile Safari/537.36')).toBe('Chrome, Android');
    expect(nameOf('curl')).toBe('Web');
  });
});
