import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../build/chromium.ts';
import type { Bench, Row } from './row.ts';
import { addMap } from './support/add-map.ts';
import { importEvents } from './support/import-events.ts';
import { follow, openPage, settled, takeLongestTask } from './support/workbench-page.ts';

/** Number of events and of users; can be set by the environment, as can a workspace that was made by an earlier run. */
const EVENTS = Number(process.env.BENCH_EVENTS ?? 10_000_000);
const USERS = Number(process.env.BENCH_USERS ?? 200_000);
const KEPT = process.env.BENCH_WORKSPACE;
const STARTS = 3;
const ROUNDS = 4;
const PAGES = ['Explore', 'Users', 'Segments', 'Predictions', 'Data', 'Models', 'Settings', 'Home'];

const program = fileURLToPath(new URL('../dist/portrait.js', import.meta.url));

/**
 * The built workbench in Chromium on a large workspace: start, navigation, and the longest task of the page's main
 * thread, also while a model trains.
 */
const bench: Bench = async () => {
  const folder = mkdtempSync(join(tmpdir(), 'portrait-bench-'));
  const path = await importEvents(KEPT ?? join(folder, 'bench.portrait'), { events: EVENTS, users: USERS });
  await addMap(path, folder);
  const home = join(folder, 'home');
  mkdirSync(home);
  // As on every start but the very first, in which the backends are measured.
  writeFileSync(join(home, 'backends.json'), JSON.stringify({ measured: Date.now() }));
  const browser = await launchChromium();
  try {
    const starts: number[] = [];
    for (let i = 1; i < STARTS; i++) {
      const start = await coldStart(browser, path, home);
      starts.push(start.ms);
      await stop(start);
    }
    const last = await coldStart(browser, path, home);
    starts.push(last.ms);
    const rows = await rowsOf(last.page, starts);
    await stop(last);
    return rows;
  } finally {
    await browser.close();
    rmSync(folder, { recursive: true, force: true });
  }
};
export default bench;

async function rowsOf(page: Page, starts: readonly number[]): Promise<Row[]> {
  await settled(page);
  await takeLongestTask(page);
  const first = await visits(page, 1);
  const firstTask = await takeLongestTask(page);
  const idle = await visits(page, ROUNDS);
  const idleTask = await takeLongestTask(page);
  await startTraining(page);
  await takeLongestTask(page);
  const busy = await visits(page, ROUNDS);
  const busyTask = await takeLongestTask(page);
  const size = `${USERS.toLocaleString('en')} users, ${EVENTS.toLocaleString('en')} events`;
  return [
    row(`cold start until the start page has its figures, ${size}, median of ${STARTS}`, median(starts) / 1000, 's', 2),
    row(
      `first visit of a page until it or its skeleton is drawn, the slowest of ${first.length}`,
      Math.max(...first),
      'ms',
    ),
    row(
      `navigation until the page or its skeleton is drawn, 95 % of ${idle.length} within`,
      quantile(idle, 0.95),
      'ms',
      200,
    ),
    row(`navigation while a model trains, 95 % of ${busy.length} within`, quantile(busy, 0.95), 'ms', 200),
    row('longest task of the main thread, first visits', firstTask, 'ms'),
    row('longest task of the main thread, navigation', idleTask, 'ms', 100),
    row('longest task of the main thread, navigation while a model trains', busyTask, 'ms', 100),
  ];
}

interface Start {
  readonly page: Page;
  readonly host: ChildProcess;
  /** From the start of the program until the start page shows how many events there are. */
  readonly ms: number;
}

async function coldStart(browser: Browser, path: string, home: string): Promise<Start> {
  const begin = performance.now();
  const host = spawn(process.execPath, [program, 'serve', path], {
    env: { ...process.env, PORTRAIT_HOME: home },
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const page = await openPage(browser, await addressOf(host));
  await page.locator('dl dd').first().waitFor();
  return { page, host, ms: performance.now() - begin };
}

function addressOf(host: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = '';
    host.stdout!.on('data', (chunk) => {
      output += chunk;
      const [address] = /http:\S+/.exec(output) ?? [];
      if (address) resolve(address);
    });
    host.once('exit', () => reject(new Error(`the program ended: ${output}`)));
  });
}

async function stop({ page, host }: Start): Promise<void> {
  await page.context().close();
  const ended = once(host, 'exit');
  host.kill('SIGINT');
  await ended;
}

/** Visits all pages in turn, each after the one before has loaded; returns the milliseconds of each navigation. */
async function visits(page: Page, rounds: number): Promise<number[]> {
  const waits: number[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const name of PAGES) {
      waits.push(await follow(page, name));
      await settled(page);
    }
  }
  return waits;
}

async function startTraining(page: Page): Promise<void> {
  await page.evaluate(() => {
    location.hash = '#/models?new=behaviour';
  });
  await page.getByRole('button', { name: 'Start training' }).click();
  await page.getByRole('button', { name: 'Cancel Training' }).waitFor();
}

const median = (values: readonly number[]) => quantile(values, 0.5);

function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)]!;
}

function row(what: string, figure: number, unit: string, aim: number | null = null): Row {
  return {
    case: what,
    figure,
    unit,
    peer: aim === null ? '' : 'aim',
    peerFigure: aim,
    ratio: aim === null || figure === 0 ? null : aim / figure,
  };
}
