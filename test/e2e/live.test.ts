import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { Session } from '../../electron/cli/session.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-live-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async () => {
    const path = inHome(home, 'shop');
    const session = new Session();
    await session.client.call('workspace.create', { path });
    await session.close();
    return path;
  },
);

describe('live events', () => {
  it('are received once they are switched on, and are shown as an import', async () => {
    const { page, go, faults } = workbench();
    await go('#/settings');
    const section = page.getByRole('region', { name: 'Live events' });
    await section.getByRole('switch', { name: 'Receive events' }).check();
    await section.getByRole('button', { name: 'Copy the key' }).waitFor();
    const [url = '', key = ''] = await section.locator('code').allTextContents();
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/v1$/);
    const response = await fetch(`${url}/track`, {
      method: 'POST',
      headers: { authorization: `Bearer ${key}` },
      body: JSON.stringify({ userId: 'ann', event: 'Product Viewed', properties: { product_id: 'lamp' } }),
    });
    expect(response.status).toBe(200);
    await section.getByText('1 message', { exact: true }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await go('#/data');
    await page
      .getByRole('table', { name: 'Imports' })
      .getByText(/^live-.*\.ndjson$/)
      .waitFor();

    await go('#/settings');
    await section.getByRole('switch', { name: 'Receive events' }).uncheck();
    await section.getByText('Address').waitFor({ state: 'detached' });
    await expect(fetch(url)).rejects.toThrow('fetch failed');
    expect(faults).toEqual([]);
  });
});
