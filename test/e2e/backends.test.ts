import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { prepareShop } from '../support/prepared-shop.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-backends-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    await prepareShop(path);
    return path;
  },
);

const storedBackends = () => JSON.parse(readFileSync(join(home, 'backends.json'), 'utf8'));

describe('the backends in the settings', () => {
  it('are all listed, with the one in use', async () => {
    const { page, go, faults } = workbench();
    await go('#/settings');
    const panel = page.getByRole('region', { name: 'Compute backend' });
    await panel.getByRole('radio', { name: 'Automatic' }).waitFor();
    await panel.getByRole('radio', { name: /WebAssembly · \d+ threads?/ }).waitFor();
    expect(await panel.getByRole('radio', { name: 'Automatic' }).isChecked()).toBe(true);
    expect(await panel.getByText('Not measured yet').count()).toBe(3);
    expect(await barriers(page)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });

  it('are measured on request, with reasons for backends that cannot be used', { timeout: 400_000 }, async () => {
    const { page } = workbench();
    const panel = page.getByRole('region', { name: 'Compute backend' });
    await panel.getByRole('button', { name: 'Measure again' }).click();
    await panel.getByText('Measuring…').first().waitFor();
    await panel
      .getByText(/events\/s/)
      .first()
      .waitFor({ timeout: 120_000 });
    await panel.getByText('Measuring…').waitFor({ state: 'detached', timeout: 200_000 });
    await panel.getByText(/The TensorFlow package is not installed|TensorFlow \d/).waitFor();
    expect(storedBackends().findings.map(({ name }: { name: string }) => name)).toEqual([
      'wasm',
      'webgpu',
      'tensorflow',
    ]);
  });

  it('can be chosen, and the choice is saved', async () => {
    const { page, faults } = workbench();
    const panel = page.getByRole('region', { name: 'Compute backend' });
    await panel.getByRole('radio', { name: 'TensorFlow' }).check();
    await expect.poll(() => storedBackends().requested).toBe('tensorflow');
    await panel.getByRole('radio', { name: 'Automatic' }).check();
    await expect.poll(() => storedBackends().requested).toBe('auto');
    expect(faults.splice(0)).toEqual([]);
  });
});
