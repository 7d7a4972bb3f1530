import { describe, expect, it } from 'vitest';
import { ErrorFacts, errorFacts, RemoteError } from '../../../shared/domain/error-facts.ts';
import { stackFrames } from '../../../shared/domain/stack-frames.ts';

const SECRET = 'Planted-Secret';

/** Returns what `run` throws. */
function thrownBy(run: () => unknown): unknown {
  try {
    run();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('the facts of an error', () => {
  it.each([
    ['a message', () => new Error(`cannot read ${SECRET}`)],
    ['quoted JSON', () => thrownBy(() => JSON.parse(`${SECRET}: 1`))],
    ['a value quoted by Node', () => thrownBy(() => new URL(SECRET))],
    ['a property name', () => thrownBy(() => Reflect.get(Object({}), 'x')[SECRET])],
    ['a DuckDB value', () => new Error(`Conversion Error: Could not convert string '${SECRET}' to INT32`)],
    ['lines that look like frames', () => new Error(`failed\n    at ${SECRET} (${SECRET}.ts:1:2)`)],
    ['a cause', () => new Error('outer', { cause: new RangeError(SECRET) })],
    ['a thrown object', () => ({ message: SECRET })],
    ['a thrown string', () => SECRET],
  ])('do not contain %s', (_what, error) => {
    const facts = errorFacts(error());
    expect(JSON.stringify(facts).toLowerCase()).not.toContain(SECRET.toLowerCase());
    expect(ErrorFacts.parse(facts)).toEqual(facts);
  });

  it('contain the class, the code, a message of fixed text, and where the error was thrown', () => {
    const [facts] = errorFacts(thrownBy(() => Reflect.get(Object({}), 'x').y));
    expect(facts).toMatchObject({ name: 'TypeError', code: null, message: 'Cannot read properties of undefined' });
    expect(facts!.frames[0]).toMatch(/error-facts\.test\.ts:\d+:\d+/);
    const failure = Object.assign(new Error('UNIQUE constraint failed: users.name'), {
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
    });
    expect(errorFacts(failure)[0]).toMatchObject({
      name: 'SqliteError',
      code: 'SQLITE_CONSTRAINT_UNIQUE',
      message: 'UNIQUE constraint failed: users.name',
    });
    expect(errorFacts(new Error('Binder Error: Referenced column "x" not found'))[0]!.message).toBe('Binder Error');
  });

  it('include those of the cause, also from another thread', () => {
    const remote = errorFacts(new RangeError('far'));
    const facts = errorFacts(new Error('near', { cause: new RemoteError(remote) }));
    expect(facts.map(({ name }) => name)).toEqual(['Error', 'RangeError']);
    expect(facts[1]!.frames).toEqual(remote[0]!.frames);
  });

  it('are limited if an error is its own cause', () => {
    const error = new Error('circular');
    error.cause = error;
    expect(errorFacts(error)).toHaveLength(5);
  });
});

describe('the frames of a stack', () => {
  it.each([
    [
      '    at run (file:///home/alice/portrait/electron/engine/jobs/manager.ts:12:3)',
      'run (electron/engine/jobs/manager.ts:12:3)',
    ],
    [
      '    at async Pool.share (file:///C:/Program%20Files%20(x86)/Portrait/dist/chunk-a1.js:5:6)',
      'async Pool.share (dist/chunk-a1.js:5:6)',
    ],
    ['    at C:\\Users\\alice\\portrait\\dist\\worker.js:1:2', 'dist/worker.js:1:2'],
    [
      '    at Statement.all (/home/alice/x/node_modules/better-sqlite3/lib/a.js:7:8)',
      'Statement.all (better-sqlite3/lib/a.js:7:8)',
    ],
    ['    at node:internal/process/task_queues:103:5', 'internal/process/task_queues:103:5'],
    ['    at JobsPage (portrait://app/assets/index-B1.js:1:99)', 'JobsPage (assets/index-B1.js:1:99)'],
    ['JobsPage@http://127.0.0.1:4000/assets/index-B1.js:1:99', 'JobsPage (assets/index-B1.js:1:99)'],
    ['    at f (/home/alice/secrets/tool.js?token=x:1:2)', 'f (tool.js:1:2)'],
  ])('%s', (line, frame) => {
    expect(stackFrames(line)).toEqual([frame]);
  });

  it('are at most thirty', () => {
    expect(stackFrames('    at f (dist/a.js:1:2)\n'.repeat(100))).toHaveLength(30);
  });
});
