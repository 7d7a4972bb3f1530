import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { openEngineLog } from '../../../electron/engine/log/engine-log.ts';
import { logFailure } from '../../../electron/engine/log/log-failure.ts';
import { cancelled, PortraitError } from '../../../shared/errors.ts';
import { testFolder } from '../../support/folder.ts';
import { logEntries } from './log-entries.ts';

const WARN = 40;
const ERROR = 50;

function failing(error: unknown, level = '') {
  vi.stubEnv('PORTRAIT_DEBUG', level);
  onTestFinished(() => void vi.unstubAllEnvs());
  const home = testFolder();
  const log = openEngineLog(home);
  const shape = logFailure(log, error, { method: 'train.start', job: 'job-1' });
  return { shape, entries: logEntries(home), file: join(home, 'logs', 'engine.log') };
}

describe('a failure', () => {
  it('that is unexpected is logged with its stack, and its hint names the log', () => {
    const { shape, entries, file } = failing(new TypeError('x.y is not a function'));
    expect(shape.hint).toContain(file);
    expect(shape.details).toEqual({ log: file });
    expect(entries).toMatchObject([{ level: ERROR, method: 'train.start', job: 'job-1', code: 'INTERNAL' }]);
    expect(entries[0]!.errors[0]).toMatchObject({ name: 'TypeError', message: 'x.y is not a function' });
    expect(entries[0]!.errors[0]!.frames[0]).toContain('log-failure.test.ts');
  });

  it('of a thread is logged as an error with the crash that ended it', () => {
    const shape = { code: 'JOB_DIED', message: 'The job’s thread ended.', hint: 'Resume it.' };
    const { entries } = failing(new PortraitError(shape, { cause: new RangeError('Array buffer allocation failed') }));
    expect(entries).toMatchObject([{ level: ERROR, code: 'JOB_DIED' }]);
    expect(entries[0]!.errors[1]).toMatchObject({ name: 'RangeError', message: 'Array buffer allocation failed' });
  });

  it('that is a cancellation is never logged as an error', () => {
    expect(failing(cancelled()).entries).toEqual([]);
    expect(failing(cancelled(), 'debug').entries).toMatchObject([{ level: 20, code: 'CANCELLED' }]);
  });

  it('that is expected is a warning if it has a cause, and otherwise logged for debugging only', () => {
    const shape = { code: 'FILE_NOT_FOUND', message: 'a.csv is not there.', hint: 'Choose another.' };
    const cause = Object.assign(new Error('ENOENT: no such file, open a.csv'), { code: 'ENOENT' });
    expect(failing(new PortraitError(shape, { cause })).entries).toMatchObject([
      { level: WARN, code: 'FILE_NOT_FOUND', errors: [{}, { code: 'ENOENT' }] },
    ]);
    expect(failing(new PortraitError(shape)).entries).toEqual([]);
  });

  it('does not name a log that could not be written', () => {
    const home = testFolder();
    writeFileSync(join(home, 'logs'), 'a file where the folder should be');
    const { hint, details } = logFailure(openEngineLog(home), new Error('boom'), {});
    expect(hint).toBe('This is an error in Portrait, not in your data.');
    expect(details).toBeUndefined();
    expect(failing(new Error('boom'), 'silent').shape.hint).not.toContain('engine.log');
  });
});

describe('the log', () => {
  it('is shared by processes and contains the entries of all', () => {
    const home = testFolder();
    mkdirSync(join(home, 'logs'));
    writeFileSync(join(home, 'logs', 'engine.log'), '{"level":30,"msg":"earlier"}\n');
    const log = openEngineLog(home);
    log.info('later');
    expect(readFileSync(join(home, 'logs', 'engine.log'), 'utf8').split('\n')).toHaveLength(3);
    expect(log.lastLines(2).map((line) => JSON.parse(line).msg)).toEqual(['earlier', 'later']);
  });

  it.each([
    ['', 'info'],
    ['0', 'info'],
    ['1', 'debug'],
    ['yes', 'debug'],
    ['trace', 'trace'],
    ['silent', 'silent'],
  ])('with PORTRAIT_DEBUG=%s has the level %s', (setting, level) => {
    vi.stubEnv('PORTRAIT_DEBUG', setting);
    onTestFinished(() => void vi.unstubAllEnvs());
    expect(openEngineLog(testFolder()).level).toBe(level);
  });
});
