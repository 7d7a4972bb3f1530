import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ModelCache } from '../../../electron/engine/explain/model-cache.ts';
import { modelFolder } from '../../../electron/engine/store/workspace.ts';

let workspace: string;
beforeEach(() => {
  workspace = mkdtempSync(join(tmpdir(), 'portrait-test-'));
});
afterEach(() => rmSync(workspace, { recursive: true }));

function writeRun(id: string, weights: string): string {
  const folder = modelFolder(workspace, id);
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'model.safetensors');
  writeFileSync(file, weights);
  return file;
}

/** A cache of two models, with the ids of the models loaded and disposed. */
function cacheOfTwo() {
  const loaded: string[] = [];
  const disposed: string[] = [];
  const load = async (_: string, id: string) => {
    loaded.push(id);
    return { id, dispose: () => void disposed.push(id) };
  };
  return { models: new ModelCache(load, 2), loaded, disposed };
}

describe('the model cache', () => {
  it('loads a model once for any number of callers', async () => {
    const { models, loaded } = cacheOfTwo();
    writeRun('run-1', 'weights');
    const first = await models.get(workspace, 'run-1');
    expect(await models.get(workspace, 'run-1')).toBe(first);
    expect(loaded).toEqual(['run-1']);
  });

  it('disposes and reloads a model whose files have changed', async () => {
    const { models, loaded, disposed } = cacheOfTwo();
    const file = writeRun('run-1', 'weights');
    utimesSync(file, 1, 1);
    await models.get(workspace, 'run-1');
    writeRun('run-1', 'altered');
    await models.get(workspace, 'run-1');
    expect(loaded).toEqual(['run-1', 'run-1']);
    expect(disposed).toEqual(['run-1']);
  });

  it('does not return a model whose run was deleted', async () => {
    const disposed: string[] = [];
    const models = new ModelCache(async (_, id) => {
      if (disposed.length > 0) throw new Error(`no ${id}`);
      return { dispose: () => void disposed.push(id) };
    }, 2);
    writeRun('run-1', 'weights');
    await models.get(workspace, 'run-1');
    rmSync(modelFolder(workspace, 'run-1'), { recursive: true });
    await expect(models.get(workspace, 'run-1')).rejects.toThrow('no run-1');
    expect(disposed).toEqual(['run-1']);
  });

  it('evicts the least recently used model beyond its capacity', async () => {
    const { models, loaded, disposed } = cacheOfTwo();
    for (const id of ['run-1', 'run-2', 'run-3']) writeRun(id, id);
    for (const id of ['run-1', 'run-2', 'run-1', 'run-3']) await models.get(workspace, id);
    expect(disposed).toEqual(['run-2']);
    await models.get(workspace, 'run-1');
    expect(loaded).toEqual(['run-1', 'run-2', 'run-3']);
  });
});
