import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createDemoWorkspace } from '../../electron/cli/demo/demo-folder.ts';
import { describeDemo } from '../../electron/cli/demo/describe.ts';
import { runDemo } from '../../electron/cli/demo/run-demo.ts';
import { Session } from '../../electron/cli/session.ts';
import { clusterNameText } from '../../shared/texts/cluster-name.ts';
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
  it('runs the whole workflow and prints its results', async () => {
    const folder = join(testFolder(), 'sample.portrait');
    const result = await runDemo(newSession(), folder, SMALL);
    const text = describeDemo(result);
    for (const { name } of result.map.clusters) expect(text).toContain(clusterNameText(name));
    expect(text).toContain('popularity');
    expect(text).toContain('synthetic');
    expect(result.segment.size).toBeGreaterThan(0);
    expect(result.segment.size).toBeLessThan(SMALL.users);
    expect(text).toContain(result.export.file);
    const rows = readFileSync(result.export.file, 'utf8').trim().split('\n');
    expect(rows).toHaveLength(1 + result.segment.size);
  });

  it('replaces the workspace of an earlier demo only', async () => {
    const folder = join(testFolder(), 'sample.portrait');
    const first = newSession();
    await first.client.call('workspace.create', { path: folder });
    await first.client.run('sample.import', { users: 60 });
    await first.close();
    const second = newSession();
    await createDemoWorkspace(second, folder);
    expect(await second.info()).toMatchObject({ path: folder, events: 0, imports: 0 });

    const ownShop = join(testFolder(), 'shop.portrait');
    await portrait('new', ownShop);
    await portrait('import', ownShop, writeShop(testFolder()));
    const { json } = await portraitJson('demo', '--no-open', '--folder', ownShop);
    expect(json).toMatchObject({ error: { code: 'DEMO_FOLDER_TAKEN', hint: expect.stringContaining('--folder') } });
    expect((await portraitJson('info', ownShop)).json.users).toBe(60);

    const other = testFolder();
    writeShop(other);
    const refused = await portraitJson('demo', '--no-open', '--folder', other);
    expect(refused.json).toMatchObject({ error: { code: 'DEMO_FOLDER_TAKEN' } });
    expect(existsSync(join(other, 'events.csv'))).toBe(true);
  });
});
