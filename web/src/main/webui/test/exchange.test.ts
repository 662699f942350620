import { expect, test } from 'vitest';
import { addresses, turns } from '../src/exchange/exchange.svelte';

test('a list of addresses is read as the scripts read it: lines, comments, each once', () => {
  expect(
    addresses('# the first\nanna@kalends.test\n\nboris@kalends.test # late\nanna@kalends.test, eva@kalends.test'),
  ).toEqual(['anna@kalends.test', 'boris@kalends.test', 'eva@kalends.test']);
  expect(addresses(' \n# nobody')).toEqual([]);
});

test('a job is told only what it can do as it stands', () => {
  expect(turns('running')).toEqual(['pause', 'stop']);
  expect(turns('paused')).toEqual(['resume', 'stop']);
  expect(turns('failed')).toEqual(['retry']);
  expect(turns('done')).toEqual([]);
});
