import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { version } from '../../electron/version.ts';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';

function homeFolder(): string {
  const home = testFolder();
  vi.stubEnv('PORTRAIT_HOME', home);
  onTestFinished(() => void vi.unstubAllEnvs());
  return home;
}

describe('portrait diagnostics', () => {
  it('prints version, machine and backends, without a workspace', async () => {
    homeFolder();
    const { code, stdout } = await portrait('diagnostics');
    expect(code).toBe(0);
    expect(stdout).toContain(`Portrait: ${version}\n`);
    expect(stdout).toContain(`Node.js: ${process.versions.node}\n`);
    expect(stdout).toContain('workspace not open');
  });

  it('prints the last log entries and the schema of a workspace, also as JSON', async () => {
    const home = homeFolder();
    const shop = join(home, 'shop.portrait');
    await portraitJson('new', shop);
    const csv = join(home, 'events.csv');
    writeFileSync(csv, 'user,time,action,item\nu1,2026-01-01,view,i1\nu2,2026-01-02,view,i2\n');
    await portraitJson('import', shop, csv);
    const { code, json } = await portraitJson('diagnostics', shop);
    expect(code).toBe(0);
    expect(json.schema.workspace).toBe(json.schema.latest);
    expect(json.workspaceError).toBeNull();
    expect(json.log.lines.map((line: string) => JSON.parse(line).msg)).toContain('job ended');
  });

  it('reports why a workspace cannot be opened, and succeeds', async () => {
    const home = homeFolder();
    const { code, json } = await portraitJson('diagnostics', join(home, 'missing.portrait'));
    expect([code, json.workspaceError]).toEqual([0, 'WORKSPACE_NOT_FOUND']);
  });
});
