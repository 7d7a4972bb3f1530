import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { latestSchema } from '../../electron/engine/store/migrate.ts';
import { version } from '../../electron/version.ts';
import { diagnosticsText } from '../../shared/domain/diagnostics-text.ts';
import { errorFacts } from '../../shared/domain/error-facts.ts';
import { testEngine } from '../support/engine.ts';
import { logEntries, logText } from './log/log-entries.ts';

describe('diagnostics', () => {
  it('contain versions, machine, backends, schema and log', async () => {
    const { client, home } = testEngine();
    const closed = await client.call('diagnostics.get', {});
    expect(closed).toMatchObject({
      version,
      node: process.versions.node,
      electron: null,
      backendInUse: 'wasm',
      requestedBackend: 'auto',
      schema: { latest: latestSchema, workspace: null },
    });
    expect(closed.backends.map(({ name }) => name)).toContain('webgpu');
    await client.call('workspace.create', { path: join(home, 'shop.portrait') });
    const open = await client.call('diagnostics.get', {});
    expect(open.schema.workspace).toBe(latestSchema);
    const text = diagnosticsText(open);
    for (const line of [`Portrait: ${version}`, `Schema: ${latestSchema}, workspace ${latestSchema}`])
      expect(text.split('\n')).toContain(line);
  });
});

describe('a failure report of the window', () => {
  const report = {
    page: 'jobs',
    errors: errorFacts(new TypeError('x is not a function')),
    components: ['JobsPage (assets/a.js:1:2)'],
  };

  it('is logged with its stack and component stack', async () => {
    const { client, home } = testEngine();
    expect(await client.call('diagnostics.report', report)).toEqual({ accepted: true });
    expect(logEntries(home)).toMatchObject([
      { level: 50, msg: 'window failed', page: 'jobs', components: report.components },
    ]);
    const { log } = await client.call('diagnostics.get', {});
    expect(log.lines.join()).toContain('window failed');
    expect(log.file?.replaceAll('\\', '/')).toBe('logs/engine.log');
  });

  it('is refused beyond ten a minute', async () => {
    const { client, home } = testEngine();
    const replies = [];
    for (let i = 0; i < 25; i++) replies.push((await client.call('diagnostics.report', report)).accepted);
    expect(replies.filter(Boolean)).toHaveLength(10);
    expect(logEntries(home)).toHaveLength(10);
  });

  it.each([
    ['a message without fixed text', { ...report, errors: [{ ...report.errors[0]!, message: 'planted-secret' }] }],
    ['a sentence as a name', { ...report, errors: [{ ...report.errors[0]!, name: 'planted-secret is here' }] }],
    ['a very long stack', { ...report, components: Array.from({ length: 1000 }, () => 'f (a.js:1:2)') }],
    ['a very long frame', { ...report, components: ['f'.repeat(10_000)] }],
    ['an address as the page', { ...report, page: '#/users/planted-secret' }],
    ['too many causes', { ...report, errors: Array.from({ length: 50 }, () => report.errors[0]!) }],
  ])('is refused if it contains %s', async (_what, input) => {
    const { client, home } = testEngine();
    await expect(client.call('diagnostics.report', input)).rejects.toMatchObject({ code: 'BAD_INPUT' });
    expect(logText(home)).toBe('');
  });
});
