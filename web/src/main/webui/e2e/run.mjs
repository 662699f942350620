/*
 * Runs the browser specs against a server of their own: a free port, fresh data with the demo organisation, stopped at
 * the end. Arguments go to Playwright. With KALENDS_URL set, that server is used instead.
 */
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url));
const jar = resolve(here, '../../../../../cli/target/kalends/kalends.jar');
const start = resolve(here, '../../../../../src/test/exchange-sim/start');
const READY = /^Kalends is ready: (\S+)/m;
const PATIENCE = 180_000;
const STOP = 30_000;
/** Short, so that a spec can wait for the end of a lock that nobody gives back. */
const LOCK = 'PT15S';

function freePort() {
  return new Promise((found) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => found(port));
    });
  });
}

function ready(server) {
  return new Promise((found, failed) => {
    let said = '';
    const give = (why) => failed(new Error(`${why}\n${said}`));
    const late = setTimeout(() => give('the server did not get ready'), PATIENCE);
    const hear = (chunk) => {
      said = (said + chunk).slice(-20_000);
      const url = READY.exec(said)?.[1];
      if (url) clearTimeout(late);
      if (url) found(url.replace(/\/$/, ''));
    };
    server.stdout.on('data', hear);
    server.stderr.on('data', hear);
    server.once('exit', (code) => give(`the server ended with ${code}`));
  });
}

function specs(url, exchange) {
  const env = { ...process.env, KALENDS_URL: url, EXCHANGE_URL: exchange };
  const run = spawnSync('npx', ['--no-install', 'playwright', 'test', ...process.argv.slice(2)], {
    cwd: resolve(here, '..'),
    stdio: 'inherit',
    env,
  });
  return run.status ?? 1;
}

async function withServer() {
  if (!existsSync(jar)) throw new Error(`${jar} is missing: build it with mvn package`);
  const [port, exchangePort] = [await freePort(), await freePort()];
  const exchange = `http://127.0.0.1:${exchangePort}`;
  const simulator = spawn(start, [String(exchangePort), `http://127.0.0.1:${port}`], { stdio: 'inherit' });
  const data = mkdtempSync(join(tmpdir(), 'kalends-e2e-'));
  const env = {
    ...process.env,
    KALENDS_EVENT_EDIT_LOCK_LENGTH: LOCK,
    KALENDS_IDENTITY_PASSWORD_ROUNDS: '2000',
    KALENDS_SUBSCRIPTIONS_INSIDE_HOSTS: 'localhost',
    KALENDS_EXCHANGE_URL: `${exchange}/EWS/Exchange.asmx`,
    KALENDS_EXCHANGE_LOGIN: 'migrator',
    KALENDS_EXCHANGE_PASSWORD: 'let:me in',
    JDK_JAVA_OPTIONS: '-XX:TieredStopAtLevel=1',
  };
  const server = spawn('java', ['-jar', jar, 'run', '--port', String(port), '--data', data], { env });
  const ended = new Promise((done) => server.once('exit', done));
  try {
    return specs(await ready(server), exchange);
  } finally {
    simulator.kill('SIGKILL');
    server.kill('SIGTERM');
    const hangs = setTimeout(() => server.kill('SIGKILL'), STOP);
    await ended;
    clearTimeout(hangs);
    rmSync(data, { recursive: true, force: true });
  }
}

process.exitCode = process.env.KALENDS_URL ? specs(process.env.KALENDS_URL) : await withServer();
