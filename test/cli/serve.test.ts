import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { testFolder } from '../support/folder.ts';
import { oneObject, portraitJson, Spawned } from './portrait.ts';

describe('portrait serve', () => {
  it('prints an address that opens the workbench, and closes the workspace on Ctrl-C', async () => {
    const path = join(testFolder(), 'shop.portrait');
    createWorkspace(path).close();
    const serving = new Spawned(['serve', path, '--json']);
    await expect.poll(() => serving.partialResult.stdout, { timeout: 30_000 }).toContain('\n');
    const { url } = oneObject(serving.partialResult.stdout, serving.partialResult.stderr);
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#token=[\w-]{43}$/);
    const page = await fetch(new URL('/', url));
    expect([page.status, await page.text()]).toEqual([200, expect.stringContaining('<div id="root">')]);
    expect((await portraitJson('info', path)).json).toMatchObject({ error: { code: 'WORKSPACE_IN_USE' } });
    serving.kill('SIGINT');
    expect((await serving.completion).code).toBe(0);
    expect((await portraitJson('info', path)).json).toMatchObject({ path, events: 0 });
  });

  it('stops cleanly when its terminal is closed, even if the signal arrives twice', async () => {
    const serving = new Spawned(['serve', '--json']);
    await expect.poll(() => serving.partialResult.stdout, { timeout: 30_000 }).toContain('\n');
    serving.kill('SIGHUP');
    serving.kill('SIGHUP');
    expect((await serving.completion).code).toBe(0);
  });

  it('reports a port that is in use', async () => {
    const serving = new Spawned(['serve', '--json']);
    await expect.poll(() => serving.partialResult.stdout, { timeout: 30_000 }).toContain('\n');
    const { port } = new URL(oneObject(serving.partialResult.stdout, serving.partialResult.stderr).url);
    const { code, json } = await portraitJson('serve', '--port', port);
    expect([code, json]).toEqual([1, { error: expect.objectContaining({ code: 'PORT_IN_USE' }) }]);
    serving.kill('SIGTERM');
    expect((await serving.completion).code).toBe(0);
  });
});
