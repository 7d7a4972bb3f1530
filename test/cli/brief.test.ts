import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { testFolder } from '../support/folder.ts';
import { portrait, portraitJson } from './portrait.ts';
import { shopCounts, writeShop } from './shop-csv.ts';

// A quick model is trained, which takes as long as the machine is busy.
vi.setConfig({ testTimeout: 300_000 });

describe('portrait brief', () => {
  it('makes a workspace beside the file, and prints its groups and the page as one JSON object', async () => {
    const folder = testFolder();
    const file = writeShop(folder);
    const { code, json } = await portraitJson('brief', file);
    expect(code).toBe(0);
    expect(json).toMatchObject({ workspace: join(folder, 'events.portrait'), events: shopCounts().events, users: 60 });
    expect(Object.keys(json).sort()).toEqual(['events', 'file', 'groups', 'seconds', 'users', 'workspace']);
    expect(json.groups.reduce((sum: number, { size }: { size: number }) => sum + size, 0)).toBe(60);
    for (const group of json.groups) {
      expect(group).toEqual({
        name: expect.any(String),
        size: expect.any(Number),
        share: group.size / 60,
        why: expect.any(Array),
      });
    }
    expect(readFileSync(json.file, 'utf8')).toContain('<html lang="en">');
    const { json: info } = await portraitJson('info', json.workspace);
    expect(info).toMatchObject({ runs: [{ id: 'run-1' }], maps: [{ id: 'map-1' }] });
  });

  it('writes the page in Chinese where it is told to, and replaces no file unless it is told to', async () => {
    const folder = testFolder();
    const workspace = join(folder, 'shop.portrait');
    mkdirSync(join(folder, 'pages'));
    const out = join(folder, 'pages', 'brief.html');
    await portraitJson('brief', writeShop(folder), '--workspace', workspace);
    const again = ['brief', '--workspace', workspace, '--out', out, '--language', 'zh'];
    expect((await portraitJson(...again)).json.file).toBe(out);
    const page = readFileSync(out, 'utf8');
    expect(page).toContain('<html lang="zh-CN">');
    expect((await portraitJson(...again)).json).toMatchObject({ error: { code: 'FILE_EXISTS' } });
    expect(readFileSync(out, 'utf8')).toBe(page);
    expect((await portraitJson(...again, '--force')).code).toBe(0);
  });

  it('prints the headline and the groups as text', async () => {
    const folder = testFolder();
    const { stdout, code } = await portrait('brief', writeShop(folder));
    expect(code).toBe(0);
    expect(stdout).toMatch(/groups? of users; /);
    expect(existsSync(join(folder, 'events.portrait', 'exports', 'brief-1-en.html'))).toBe(true);
  });

  it('needs files or a workspace', async () => {
    expect((await portrait('brief')).code).toBe(2);
  });
});
