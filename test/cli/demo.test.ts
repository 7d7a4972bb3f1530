import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { freshDemoWorkspace } from '../../electron/cli/demo/demo-folder.ts';
import { describeFound } from '../../electron/cli/demo/describe.ts';
import { runDemo } from '../../electron/cli/demo/run-demo.ts';
import { Session } from '../../electron/cli/session.ts';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';
import { writeShop } from './shop-csv.ts';

const SMALL = { users: 150, trainingMinutes: 0.05 };

function newSession(): Session {
  const session = new Session();
  onTestFinished(() => session.close());
  return session;
}

describe('the demo', () => {
  it('goes the whole way and ends with what it found', async () => {
    const folder = join(testFolder(), 'sample.portrait');
    const found = await runDemo(newSession(), folder, SMALL);
    const text = describeFound(found);
    for (const { name } of found.map.clusters) expect(text).toContain(name);
    expect(text).toContain('popularity');
    expect(text).toContain('synthetic');
    expect(found.segment.size).toBeGreaterThan(0);
    expect(found.segment.size).toBeLessThan(SMALL.users);
    expect(text).toContain(found.export.file);
    const rows = readFileSync(found.export.file, 'utf8').trim().split('\n');
    expect(rows).toHaveLength(1 + found.segment.size);
  });

  it('replaces the workspace of an earlier demo, and no other', async () => {
    const folder = join(testFolder(), 'sample.portrait');
    const first = newSession();
    await first.client.call('workspace.create', { path: folder });
    await first.client.run('sample.import', { users: 60 });
    await first.close();
    const second = newSession();
    await freshDemoWorkspace(second, folder);
    expect(await second.info()).toMatchObject({ path: folder, events: 0, imports: 0 });

    const own = join(testFolder(), 'shop.portrait');
    await portrait('new', own);
    await portrait('import', own, writeShop(testFolder()));
    const { json } = await portraitJson('demo', '--no-open', '--folder', own);
    expect(json).toMatchObject({ error: { code: 'DEMO_FOLDER_TAKEN', hint: expect.stringContaining('--folder') } });
    expect((await portraitJson('info', own)).json.users).toBe(60);

    const other = testFolder();
    writeShop(other);
    const refused = await portraitJson('demo', '--no-open', '--folder', other);
    expect(refused.json).toMatchObject({ error: { code: 'DEMO_FOLDER_TAKEN' } });
    expect(existsSync(join(other, 'events.csv'))).toBe(true);
  });
});
