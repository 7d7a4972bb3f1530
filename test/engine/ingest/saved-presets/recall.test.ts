import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { testEngine } from '../../../support/engine.ts';

const HEAD = 'kunde,wann,was,ding,preis\n';
const FIRST = `${HEAD}a,2024-05-01 10:00:00,view,i1,5\n`;
const SECOND = `${HEAD}a,2024-05-01 10:00:00,view,i1,6\nb,2024-05-02 10:00:00,buy,i2,7\n`;
const MAP = 'user=kunde,time=wann,action=was,item=ding,price=preis';

async function shop() {
  const { client, home } = testEngine();
  await client.call('workspace.create', { path: join(home, 'shop.portrait') });
  const file = (content: string, name: string) => {
    writeFileSync(join(home, name), content);
    return join(home, name);
  };
  return { client, file, home };
}

describe('a file with the columns of an earlier import', () => {
  it('has the mapping of that import', async () => {
    const { client, file } = await shop();
    const first = { file: file(FIRST, 'first.csv'), mapping: MAP, zone: 'Asia/Shanghai' };
    await client.run('ingest.run', { files: [{ ...first, key: ['user', 'time', 'action', 'item'] }] });
    const second = file(SECOND, 'second.csv');
    expect(await client.call('ingest.preview', { file: second })).toMatchObject({
      rememberedImport: 1,
      mapping: { user: 'kunde', price: 'preis' },
      rememberedOptions: { zone: 'Asia/Shanghai', key: ['user', 'time', 'action', 'item'] },
    });
    const result = await client.run('ingest.run', { files: [{ file: second }] });
    expect(result).toMatchObject({ rows: 2, events: 2, replaced: 1, files: [{ mapping: { user: 'kunde' } }] });
    const third = file(`${HEAD}c,2024-05-03 10:00:00,buy,i2,7\n`, 'third.csv');
    expect(await client.call('ingest.preview', { file: third })).toMatchObject({ rememberedImport: 2 });
  });

  it('may be mapped otherwise, and is new again once the import is undone', async () => {
    const { client, file } = await shop();
    await client.run('ingest.run', {
      files: [{ file: file(FIRST, 'first.csv'), mapping: MAP, zone: 'Asia/Shanghai' }],
    });
    const second = file(SECOND, 'second.csv');
    const other = await client.call('ingest.preview', { file: second, mapping: 'user=kunde,time=wann,action=was' });
    expect(other).toMatchObject({ rememberedImport: null, rememberedOptions: {}, mapping: { user: 'kunde' } });
    expect(other.mapping.item).toBeUndefined();
    await client.run('ingest.undo', { import: 1 });
    expect(await client.call('ingest.preview', { file: second })).toMatchObject({ rememberedImport: null });
  });

  it('has its action from its own name if that of the earlier file came from its name', async () => {
    const { client, file } = await shop();
    const rows = 'user,time,item\na,2024-05-01 10:00:00,i1\n';
    await client.run('ingest.run', { files: [{ file: file(rows, 'purchases.csv') }] });
    const preview = await client.call('ingest.preview', { file: file(rows, 'views.csv') });
    expect(preview).toMatchObject({ rememberedImport: 1, mapping: { action: expect.stringContaining('view') } });
  });
});

describe('a saved preset', () => {
  const preset = { name: 'mein-shop', title: 'Mein Shop', columns: ['kunde', 'wann', 'was'], mapping: MAP };

  it('is listed after the built-in ones, recognised in any workspace, and can be removed', async () => {
    const { client, file } = await shop();
    await client.call('ingest.savePreset', preset);
    const { presets } = await client.call('ingest.presets', {});
    expect(presets.at(-1)).toEqual({ name: 'mein-shop', title: 'Mein Shop', saved: true });
    expect(presets[0]).toMatchObject({ saved: false });
    const path = file(SECOND, 'second.csv');
    expect(await client.call('ingest.preview', { file: path })).toMatchObject({ preset: 'mein-shop' });
    const result = await client.run('ingest.run', { files: [{ file: path }] });
    expect(result).toMatchObject({ events: 2, files: [{ preset: 'mein-shop', mapping: { item: 'ding' } }] });
    await client.call('ingest.removePreset', { name: 'mein-shop' });
    expect((await client.call('ingest.presets', {})).presets).toHaveLength(presets.length - 1);
    await expect(client.call('ingest.removePreset', { name: 'mein-shop' })).rejects.toMatchObject({
      code: 'PRESET_NOT_FOUND',
    });
  });

  it('is restored after it was removed, as often as that happens, unless another has its name by then', async () => {
    const { client } = await shop();
    const { name } = await client.call('ingest.savePreset', preset);
    const titles = async () => (await client.call('ingest.presets', {})).presets.filter(({ saved }) => saved);
    for (const _ of [1, 2]) {
      await client.call('ingest.removePreset', { name });
      expect(await titles()).toEqual([]);
      await client.call('ingest.restorePreset', { name });
      expect(await titles()).toEqual([{ name, title: 'Mein Shop', saved: true }]);
    }
    await expect(client.call('ingest.restorePreset', { name })).rejects.toMatchObject({ code: 'PRESET_NOT_FOUND' });
    await client.call('ingest.removePreset', { name });
    await client.call('ingest.savePreset', { ...preset, title: 'Neu' });
    await expect(client.call('ingest.restorePreset', { name })).rejects.toMatchObject({ code: 'PRESET_EXISTS' });
  });

  it('is replaced only on request, and never has the name of a built-in one', async () => {
    const { client } = await shop();
    await client.call('ingest.savePreset', preset);
    await expect(client.call('ingest.savePreset', preset)).rejects.toMatchObject({ code: 'PRESET_EXISTS' });
    await client.call('ingest.savePreset', { ...preset, title: 'Neu', replace: true });
    expect((await client.call('ingest.presets', {})).presets.at(-1)).toMatchObject({ title: 'Neu' });
    const taken = client.call('ingest.savePreset', { ...preset, name: 'rees46', replace: true });
    await expect(taken).rejects.toMatchObject({ code: 'PRESET_EXISTS' });
    await expect(client.call('ingest.savePreset', { ...preset, name: '../x' })).rejects.toMatchObject({
      code: 'BAD_INPUT',
    });
  });

  it('that is broken is reported, and does not affect others', async () => {
    const { client, file, home } = await shop();
    await client.call('ingest.savePreset', preset);
    writeFileSync(join(home, 'presets', 'torn.json'), '{"name": "torn", ');
    writeFileSync(join(home, 'presets', 'wrong.json'), '{"name": "wrong", "title": "x", "files": [{}]}');
    const { broken, presets } = await client.call('ingest.presets', {});
    expect(broken.map((one) => one.file)).toEqual(['torn.json', 'wrong.json']);
    expect(broken[1]?.error).toMatchObject({ code: 'PRESET_DAMAGED', message: expect.stringContaining('mapping') });
    expect(presets.at(-1)).toMatchObject({ name: 'mein-shop' });
    expect(await client.run('ingest.run', { files: [{ file: file(SECOND, 's.csv') }] })).toMatchObject({ events: 2 });
  });
});
