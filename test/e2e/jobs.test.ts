import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page, WebSocketRoute } from 'playwright-core';
import { afterAll, describe, expect, it } from 'vitest';
import { inHome, openWorkbench } from '../support/browser.ts';
import { prepareShop } from '../support/prepared-shop.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-jobs-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    await prepareShop(path);
    return path;
  },
);

describe('jobs', () => {
  it('are listed with their state, earlier sessions included', async () => {
    const { page, go } = workbench();
    await go('#/jobs');
    const table = page.getByRole('table', { name: 'Jobs' });
    for (const kind of ['Sample shop', 'Training', 'Evaluation', 'Profiles', 'Map']) {
      await table.getByRole('row', { name: new RegExp(`^${kind} Done`) }).waitFor();
    }
  });

  it('show their log without stack traces, at an address of its own', async () => {
    const { page } = workbench();
    await page
      .getByRole('row', { name: /^Training/ })
      .getByRole('link', { name: 'Log' })
      .click();
    await page
      .getByRole('dialog')
      .getByText(/epoch 3: loss/)
      .waitFor();
    expect(page.url()).toMatch(/#\/jobs\/job-\d+$/);
    await page.getByRole('button', { name: 'Close' }).click();
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  });

  it('that are started on other pages show their progress there', async () => {
    const { page, go } = workbench();
    await go('#/models');
    await page.getByRole('link', { name: 'New model' }).click();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    await page.getByLabel('Time limit (minutes)').fill('5');
    await page.getByLabel('Epochs', { exact: true }).fill('1000');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('img', { name: 'Loss during training' }).waitFor();
  });

  it('show a training’s whole curve in a window that is reloaded in its middle, and in a second one', async () => {
    const { page, context } = workbench();
    const curveStart = async (of: Page) => {
      const text = await of.getByText(/^From \S+ at step \d+ to \S+ now$/).textContent();
      return /^From \S+ at step \d+/.exec(text ?? '')?.[0];
    };
    const first = await curveStart(page);
    expect(first).toMatch(/step \d$/);
    await page.getByText(/^(\d{2,}|\d,\d+) of [\d,]+ steps$/).waitFor();
    await page.reload();
    expect(await curveStart(page)).toBe(first);
    const second = await context.newPage();
    await second.goto(page.url());
    expect(await curveStart(second)).toBe(first);
    await second.close();
  });

  it('can be cancelled while they run, and resumed', async () => {
    const { page, go } = workbench();
    await go('#/jobs');
    const running = page.getByRole('row', { name: /^Training Running/ });
    await running.getByRole('progressbar').waitFor();
    await running.getByRole('button', { name: 'Cancel' }).click();
    const cancelled = page.getByRole('row', { name: /^Training Cancelled/ });
    await cancelled.getByRole('button', { name: 'Resume' }).click();
    await running.waitFor();
    await running.getByRole('button', { name: 'Cancel' }).click();
    await running.waitFor({ state: 'hidden' });
  });
});

describe('when the connection to the engine breaks', () => {
  it('the window says so, reconnects, disables actions and opens no other page meanwhile', async () => {
    const { page, go } = workbench();
    let disconnected = false;
    const wires: WebSocketRoute[] = [];
    await page.routeWebSocket(/\/wire$/, (wire) => {
      if (disconnected) void wire.close({ code: 1011 });
      else {
        wire.connectToServer();
        wires.push(wire);
      }
    });
    await go('#/jobs');
    await page.reload();
    await page.getByRole('table', { name: 'Jobs' }).waitFor();
    disconnected = true;
    for (const wire of wires) await wire.close({ code: 1011 });
    const banner = page.getByRole('status').getByText('The engine stopped. Reconnecting…');
    await banner.waitFor();
    await page
      .getByRole('row', { name: /^Training Cancelled/ })
      .first()
      .getByRole('button', { name: 'Resume' })
      .click();
    await page.getByRole('alert').getByText('The engine has stopped.').waitFor();
    await go('#/data');
    await page.getByRole('heading', { level: 1, name: /^The engine/ }).waitFor();
    expect(await page.getByRole('slider').count()).toBe(0);
    disconnected = false;
    await page.getByRole('button', { name: 'Retry' }).click();
    await page.getByRole('slider', { name: 'Events per day' }).waitFor();
    await banner.waitFor({ state: 'detached' });
  });
});
