import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { Random } from '../../shared/domain/random.ts';
import { TINY } from '../engine/model/hugging-face/checkpoint.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { downloaded } from '../support/download.ts';
import { fillShop, type ShopEvent } from '../support/shop.ts';
import { switchWorkspace } from '../support/workspace-menu.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-texts-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const GOOD = ['很好吃', '送得很快', '味道不错', '下次还来', '分量足'];
const BAD = ['太难吃了', '送得太慢', '味道不好', '再也不来', '分量少'];

/** Returns reviews whose words mostly determine their rating. */
function reviews(): ShopEvent[] {
  const random = new Random(5);
  return Array.from({ length: 160 }, (_, i) => {
    const words = i % 2 ? GOOD : BAD;
    const text = `${random.pick(words)}，${random.pick(['老板', '骑手', '今天'])}${random.pick(words)}`;
    const time = Date.UTC(2025, 0, 1) + i * 3_600_000;
    return { user: `u${i % 7}`, time, action: 'review', item: 'cake', text, rating: i % 11 ? i % 2 : 1 - (i % 2) };
  });
}

function createShop(path: string, events: readonly ShopEvent[]): string {
  const workspace = createWorkspace(path);
  fillShop(workspace, { events });
  workspace.close();
  return path;
}

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const eventsWithoutText = reviews().map(({ text: _, rating: __, ...event }) => event);
    createShop(inHome(folder, 'silent'), eventsWithoutText);
    return createShop(inHome(folder, 'reviews'), reviews());
  },
);

describe('ratings of texts', () => {
  it('are offered if texts have ratings, with the expected time', async () => {
    const { page, go } = workbench();
    await go('#/models');
    await page.getByText('Texts', { exact: true }).click();
    await page.getByText('160 texts, 160 of them rated.').waitFor();
    expect(await page.getByRole('radio', { name: /^Predict ratings/ }).isChecked()).toBe(true);
    const estimateText = page.getByText(/^About \d/);
    await expect.poll(() => estimateText.count(), { timeout: 60_000 }).toBe(2);
    expect(await barriers(page)).toEqual([]);
  }, 90_000);

  it('are trained with a live curve; a stopped training can be resumed', async () => {
    const { page } = workbench();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    await page.getByLabel('Epochs', { exact: true }).fill('60');
    await page.getByRole('button', { name: 'Start training' }).click();
    await page.getByRole('img', { name: 'Loss during training' }).waitFor({ timeout: 60_000 });
    await page.getByRole('button', { name: 'Cancel', exact: true }).click();
    await page.getByText(/^Training stopped at \d+%/).waitFor();
    await page.getByRole('button', { name: 'Resume' }).click();
    await page.getByRole('region', { name: 'Rating accuracy' }).waitFor({ timeout: 120_000 });
  }, 200_000);

  it('are evaluated beside a regression on the same texts', async () => {
    const { page, go } = workbench();
    const verdict = page.getByRole('region', { name: 'Rating accuracy' });
    expect(await verdict.textContent()).toMatch(
      /Accuracy is \d+\.\d% on 160 held-out texts\. .* \(TF-IDF\) reaches \d+\.\d%/,
    );
    await go('#/models');
    await page
      .getByRole('row', {
        name: /run-1 Text (Beats the regression|Probably better|Inconclusive|Probably worse|Below the regression)/,
      })
      .waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('link', { name: 'run-1' }).click();
    await verdict.waitFor();
  });

  it('of a typed text are explained by its words, in the text and in a table', async () => {
    const { page, faults } = workbench();
    await page.getByLabel('Text', { exact: true }).fill('今天送得太慢，味道不好');
    await page.getByRole('button', { name: 'Rate', exact: true }).click();
    const table = page.getByRole('table', { name: 'Word contributions' });
    await table.waitFor();
    const ratings = page.getByRole('status', { name: 'Predicted ratings' });
    const share = async (rating: string) =>
      Number(await ratings.getByRole('progressbar', { name: rating }).getAttribute('aria-valuenow'));
    expect(await share('0')).toBeGreaterThan(50);
    expect((await share('0')) + (await share('1'))).toBeCloseTo(100, 3);
    const effects = (await table.locator('tbody td:nth-child(2)').allTextContents()).map((text) =>
      Math.abs(Number(text.replace('−', '-'))),
    );
    expect(effects).toEqual([...effects].sort((a, b) => b - a));
    const strongest = await table.locator('tbody td').first().textContent();
    const word = page.getByRole('button', { name: new RegExp(`^${strongest}: [+−]`) });
    expect(await barriers(page)).toEqual([]);
    await word.hover();
    await page.getByRole('tooltip', { name: /without it$/ }).waitFor();
    expect(faults).toEqual([]);
  });

  it('have no profiles: those pages ask for a model of behaviours', async () => {
    const { page, go } = workbench();
    for (const address of ['#/explore', '#/users/u1?tab=why']) {
      await go(address);
      await page.getByText('No model yet', { exact: true }).waitFor();
    }
    await go('#/texts/run-1');
    await page.getByRole('region', { name: 'Rating accuracy' }).waitFor();
  });

  it('have a training record that can be saved as a file', async () => {
    const { page } = workbench();
    await page.getByRole('tab', { name: 'Record' }).click();
    await page.getByRole('row', { name: 'Training data 160 rated texts by 7 users' }).waitFor();
    await page.getByRole('table', { name: 'Record' }).getByText('portrait texts WORKSPACE --rate').waitFor();
    await page.getByRole('button', { name: 'Save as JSON' }).click();
    const file = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(file.name).toBe('run-1-record.json');
    expect(JSON.parse(file.bytes.toString('utf8'))).toMatchObject({
      ...{ run: 'run-1', data: { events: 160 }, rating: { texts: 160, classes: ['0', '1'] } },
      vocabulary: { fields: { word: expect.arrayContaining(['味道']) } },
    });
  });
});

describe('text models', () => {
  it('that read whole words are saved as a checkpoint for other programs', async () => {
    const { page } = workbench();
    await page.getByText('BERT cannot represent a model that reads several fields.').waitFor();
    expect(await page.getByRole('button', { name: 'Export checkpoint' }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'All runs' }).click();
    await page.getByRole('link', { name: 'New model' }).click();
    await page.getByText('Texts', { exact: true }).click();
    await page.getByRole('radio', { name: /^Pre-train on words/ }).click();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    await page.getByRole('switch', { name: 'Whole words only' }).click();
    const startButton = page.getByRole('button', { name: 'Start training' });
    await page.getByLabel('Dropout', { exact: true }).fill('2');
    await page.getByText('Must be at most 0.9.').waitFor();
    expect(await startButton.isDisabled()).toBe(true);
    const settings = {
      Dropout: '0.1',
      Workers: '2',
      'Early stopping (patience)': '3',
      'Weight averaging (epochs)': '2',
      'Time limit (minutes)': '5',
    };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    expect(await barriers(page)).toEqual([]);
    await startButton.click();
    await page.getByText('This model knows words, not ratings').waitFor({ timeout: 60_000 });
    await page.getByRole('tab', { name: 'Record' }).click();
    const command = page.getByRole('table', { name: 'Record' }).getByText('portrait texts WORKSPACE');
    for (const setting of ['dropout=0.1', 'workers=2', 'patience=3', 'averaging=2', 'minutes=5']) {
      expect(await command.textContent()).toContain(`--set ${setting}`);
    }
    await page.getByRole('button', { name: 'Export checkpoint' }).click();
    await page.getByText(/^BertForMaskedLM with \d+ tokens: run-2-bert\.zip/).waitFor();
    const file = await downloaded(page, () => page.getByRole('button', { name: 'Download' }).click());
    expect(file.name).toBe('run-2-bert.zip');
    for (const name of ['config.json', 'model.safetensors', 'vocab.txt']) expect(file.bytes.includes(name)).toBe(true);
  }, 120_000);

  it('are imported from checkpoint files; missing ones are named', async () => {
    const { page, go } = workbench();
    await go('#/models?new=texts');
    await page.getByRole('radiogroup', { name: 'Training data' }).getByText('Import a checkpoint').click();
    const choose = async (names: string[]) => {
      const [chooser] = await Promise.all([
        page.waitForEvent('filechooser'),
        page.getByRole('button', { name: 'Choose files…' }).click(),
      ]);
      await chooser.setFiles(names.map((name) => join(TINY, name)));
    };
    await choose(['config.json']);
    await page
      .getByRole('alert')
      .getByText(/model\.safetensors/)
      .first()
      .waitFor();
    await choose(['config.json', 'model.safetensors', 'vocab.txt']);
    await page.getByText('run-3: 2 layers, width 16, 45 word pieces.').waitFor();
    await go('#/models/run-3');
    await page.waitForURL(/#\/texts\/run-3$/);
    await page.getByRole('heading', { level: 1, name: 'run-3' }).waitFor();
    await page.getByRole('tab', { name: 'Record' }).click();
    await page.getByText('run-3 has no training record.').waitFor();
    expect(await barriers(page)).toEqual([]);
    await page.getByRole('tab', { name: 'Result' }).click();
    await page.getByRole('link', { name: 'Train ratings' }).click();
    await page.getByRole('button', { name: 'Advanced settings' }).click();
    expect(await page.getByRole('combobox', { name: 'Start from' }).inputValue()).toBe('run-3');
  }, 60_000);
});

describe('a workspace without texts', () => {
  it('explains what to import', async () => {
    const { page, go } = workbench();
    await go('#/data');
    await switchWorkspace(page, 'silent');
    await go('#/models?new=texts');
    await page.getByText('No texts in this workspace', { exact: true }).first().waitFor();
    expect(await page.getByRole('radio', { name: /^Predict ratings/ }).isDisabled()).toBe(true);
    await page.getByRole('link', { name: 'Import texts' }).waitFor();
    expect(await barriers(page)).toEqual([]);
  });
});
