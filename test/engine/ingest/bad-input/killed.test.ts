import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { undoJob } from '../../../../electron/engine/ingest/undo/undo-job.ts';
import { createWorkspace, openWorkspace, temporaryFolder } from '../../../../electron/engine/store/workspace.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { testFolder } from '../../../support/folder.ts';
import { importFiles, jobContext } from '../import-helpers.ts';
import { dump } from '../undo/dump.ts';

const KILLS = 50;
const EVENTS = 8000;
/** Progress messages of the child process, and how many kills are placed between each and the next. */
const IMPORT = { opened: 12, 'import.read done': 9, 'import.write': 10, 'import.write done': 9 };
const UNDO = { opened: 4, 'import.undo': 3, 'import.undo done': 3 };

const script = fileURLToPath(new URL('child.ts', import.meta.url));

function manyEvents(rows: number, firstUser = 0): string {
  const line = (i: number) =>
    `u${firstUser + (i % 997)},${new Date(1.7e12 + i * 1000).toISOString()},view,i${i % 61},${(i % 90) + 0.5}`;
  return `user,time,action,item,price\n${Array.from({ length: rows }, (_, i) => line(i)).join('\n')}\n`;
}

/**
 * Runs a task in a child process and kills it `delay` ms after a progress message; returns the times of its messages
 * and whether it was killed in time.
 */
async function run(path: string, task: string, kill?: { word: string; delay: number }) {
  // Shares the compile cache of the first child with the others.
  const env = { ...process.env, NODE_COMPILE_CACHE: join(dirname(path), 'compiled') };
  const child = spawn(process.execPath, [script, path, task], { stdio: ['ignore', 'pipe', 'inherit'], env });
  const messageTimes = new Map<string, number>();
  let timer: NodeJS.Timeout | undefined;
  child.stdout.on('data', (data: Buffer) => {
    for (const word of String(data).trim().split('\n')) {
      if (!messageTimes.has(word)) messageTimes.set(word, performance.now());
      if (word === kill?.word) timer ??= setTimeout(() => child.kill('SIGKILL'), kill.delay);
    }
  });
  await once(child, 'close');
  clearTimeout(timer);
  return { killed: child.signalCode === 'SIGKILL', messageTimes };
}

/** Measures the time of a complete task from each of these messages to the next. */
async function spans(path: string, task: string, words: readonly string[]): Promise<number[]> {
  const { messageTimes } = await run(path, task);
  const times = [...words, 'closed'].map((word) => messageTimes.get(word)!);
  return words.map((_, i) => times[i + 1]! - times[i]!);
}

/** The contents of a workspace, except the times and durations of imports. */
function contents(path: string): Record<string, unknown[]> {
  const workspace = openWorkspace(path);
  try {
    expect(existsSync(temporaryFolder(path))).toBe(false);
    expect(workspace.db.pragma('integrity_check', { simple: true })).toBe('ok');
    expect(workspace.db.pragma('foreign_key_check')).toEqual([]);
    workspace.db.exec('BEGIN; UPDATE imports SET imported = 0, seconds = 0');
    return dump(workspace);
  } finally {
    workspace.db.exec('ROLLBACK');
    workspace.close();
  }
}

/** The first row in which each table differs. Comparing whole dumps would be slow, and show only their beginnings. */
function differences(found: Record<string, unknown[]>, expected: Record<string, unknown[]>): unknown[] {
  expect(Object.keys(found)).toEqual(Object.keys(expected));
  return Object.entries(expected).flatMap(([table, rows]) => {
    const other = found[table]!;
    const length = Math.max(rows.length, other.length);
    const row = Array.from({ length }, (_, i) => i).find((i) => !isDeepStrictEqual(other[i], rows[i]));
    return row === undefined ? [] : [{ table, row, found: other[row], expected: rows[row] }];
  });
}

interface Kill {
  /** The workspace, and the one it is copied from. */
  readonly path: string;
  readonly from: string;
  readonly task: string;
  readonly word: string;
  readonly delay: number;
}

/**
 * Runs two children at a time; a kill that came too late is retried with half the delay on a fresh copy of the
 * workspace.
 */
async function killAll(kills: readonly Kill[]): Promise<number> {
  const waiting = [...kills];
  let killed = 0;
  const lane = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      rmSync(next.path, { recursive: true, force: true });
      cpSync(next.from, next.path, { recursive: true });
      if ((await run(next.path, next.task, next)).killed) killed++;
      else waiting.push({ ...next, delay: next.delay / 2 });
    }
  };
  await Promise.all([lane(), lane()]);
  return killed;
}

it(`an import or undo that is killed at ${KILLS} random moments happens completely or not at all, and can be repeated`, async () => {
  const folder = testFolder();
  const file = join(folder, 'many.csv');
  writeFileSync(join(folder, 'before.csv'), manyEvents(500, 900));
  writeFileSync(file, manyEvents(EVENTS));
  const without = join(folder, 'without.portrait');
  const workspace = createWorkspace(without);
  await importFiles(workspace, [join(folder, 'before.csv')]);
  workspace.close();
  const whole = join(folder, 'with.portrait');
  cpSync(without, whole, { recursive: true });

  const random = new Random(2024);
  const kills: Kill[] = [];
  const plan = async (task: string, from: string, words: Record<string, number>) => {
    const lengths = await spans(whole, task, Object.keys(words));
    for (const [i, [word, times]] of Object.entries(words).entries()) {
      for (let n = 0; n < times; n++) {
        const path = join(folder, `${kills.length}.portrait`);
        kills.push({ path, from, task, word, delay: random.float() * lengths[i]! });
      }
    }
  };
  await plan(file, without, IMPORT);
  const after = contents(whole);
  cpSync(whole, join(folder, 'kept.portrait'), { recursive: true });
  await plan('undo', join(folder, 'kept.portrait'), UNDO);
  const before = contents(whole);
  expect(before).toEqual(contents(without));
  expect(after.events).toHaveLength(before.events!.length + EVENTS);

  expect(await killAll(kills)).toBe(KILLS);
  let unchanged = 0;
  for (const { path, task } of kills) {
    const actual = contents(path);
    const isWhole = actual.events!.length === after.events!.length;
    const expected = isWhole ? after : before;
    expect(differences(actual, expected)).toEqual([]);
    if (isWhole === (task === 'undo')) unchanged++;
  }
  expect(unchanged).toBeGreaterThan(KILLS / 4);
  for (const { path, task } of kills.filter((_, i) => i % 9 === 4)) {
    const again = openWorkspace(path);
    const { length } = dump(again).events!;
    if (task === 'undo' && length > 500) await undoJob({ import: 2, andLater: false }, jobContext(again));
    if (task !== 'undo' && length === 500) await importFiles(again, [file]);
    again.close();
    expect(differences(contents(path), task === 'undo' ? before : after)).toEqual([]);
  }
}, 300_000);
