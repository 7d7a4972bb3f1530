import { mkdirSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { Engine } from '../../../electron/engine/engine.ts';
import { GrantedPaths } from '../../../electron/engine/granted-paths.ts';
import { createWorkspace } from '../../../electron/engine/store/workspace.ts';
import { testFolder } from '../../support/folder.ts';

/** Creates a workspace with an export and the drafts of two exports that were killed. */
function workspaceWithDrafts() {
  const home = testFolder();
  const path = join(home, 'shop.portrait');
  createWorkspace(path).close();
  const folder = join(path, 'exports');
  for (const name of ['a.csv', '.b.csv.partial', '.b.csv.manifest.json.partial'])
    writeFileSync(join(folder, name), 'x');
  return { home, path, folder };
}

async function open(home: string, path: string): Promise<void> {
  const engine = new Engine(new GrantedPaths(home));
  onTestFinished(() => engine.close());
  await engine.call('workspace.open', { path });
}

describe('the drafts of killed exports', () => {
  it('are deleted when the workspace is opened, and finished exports are not', async () => {
    const { home, path, folder } = workspaceWithDrafts();
    await open(home, path);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('are deleted even if one of them is a folder', async () => {
    const { home, path, folder } = workspaceWithDrafts();
    mkdirSync(join(folder, '.a.partial/inside'), { recursive: true });
    await open(home, path);
    expect(readdirSync(folder)).toEqual(['a.csv']);
  });

  it('are left alone in a folder elsewhere that a hostile workspace links to', async () => {
    const { home, path, folder } = workspaceWithDrafts();
    const elsewhere = join(home, 'elsewhere');
    renameSync(folder, elsewhere);
    symlinkSync(elsewhere, folder);
    await expect(open(home, path)).rejects.toMatchObject({ code: 'WORKSPACE_HAS_LINKS' });
    expect(readdirSync(elsewhere)).toHaveLength(3);
  });
});
