import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { profileJob } from '../../electron/engine/profile/profile-job.ts';
import { createWorkspace } from '../../electron/engine/store/workspace.ts';
import { trainJob } from '../../electron/engine/train/train-job.ts';
import { recordingContext } from '../engine/train/context.ts';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { fillSearchingShop, searchesPhones } from '../support/searching-shop.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-describe-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const SMALL_CONFIG = { width: 16, layers: 1, heads: 2, length: 24, epochs: 40, batchSize: 4, learningRate: 5e-3 };
const SEARCHES = {
  phones: ['手机壳', '电子产品', '电子产品 推荐', 'phone case'],
  tea: ['绿茶', '茶叶 礼盒', '茶叶 推荐', 'green tea'],
};

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const workspace = createWorkspace(inHome(folder, 'shop'));
    fillSearchingShop(workspace, SEARCHES);
    const { context } = recordingContext(workspace);
    const { run } = await trainJob({ config: SMALL_CONFIG }, context);
    await profileJob({ run, pooling: 'full' }, context);
    workspace.close();
    return workspace.path;
  },
);

/** Returns the texts below a heading of the result, one per row. */
const rowsOf = (heading: string) =>
  workbench()
    .page.getByRole('heading', { level: 3, name: heading })
    .locator('xpath=following-sibling::*')
    .allInnerTexts();

/** Fills in a sentence and submits it with Enter. */
async function submitSentence(label: string, sentence: string) {
  const { page } = workbench();
  await page.getByLabel(label, { exact: true }).fill(sentence);
  await page.getByLabel(label, { exact: true }).press('Enter');
}

describe('a typed sentence', () => {
  it('cannot be submitted while it is empty', async () => {
    const { page, go } = workbench();
    await go('#/users');
    const panel = page.getByRole('region', { name: 'Describe a user' });
    await panel.waitFor();
    expect(await panel.getByRole('button', { name: 'Find' }).isDisabled()).toBe(true);
    expect(await barriers(page)).toEqual([]);
  });

  it('shows which words were understood, and the expected items', async () => {
    const { page } = workbench();
    await submitSentence('Text', 'Looking for a phone case');
    await page.getByText('phone · in the vocabulary').waitFor();
    await page.getByText('case · in the vocabulary').waitFor();
    await page.getByText('looking · unknown').waitFor();
    expect((await rowsOf('Predicted categories'))[0]).toMatch(/^数码\/手机\s+\d/);
    expect((await rowsOf('Predicted items'))[0]).toMatch(/^手机 \d 号\s+\d/);
    expect(await barriers(page)).toEqual([]);
  });

  it('leads to the most similar users', async () => {
    const { page } = workbench();
    const nearest = (await rowsOf('Similar users')).map((row) => row.split(/\s/)[0] ?? '');
    expect(nearest).toHaveLength(10);
    expect(nearest.filter(searchesPhones).length).toBeGreaterThanOrEqual(8);
    const [first = ''] = nearest;
    await page.getByRole('status').getByRole('link', { name: first, exact: true }).click();
    await page.getByRole('heading', { level: 1, name: first, exact: true }).waitFor();
    await page.goBack();
    expect(await page.getByLabel('Text', { exact: true }).inputValue()).toBe('Looking for a phone case');
    await page.getByRole('heading', { name: 'Similar users' }).waitFor();
    expect(await rowsOf('Similar users')).toHaveLength(10);
  });

  it('without any known word suggests words, and the next one is answered', async () => {
    const { page } = workbench();
    await submitSentence('Text', 'qwxyz');
    await page.getByRole('alert').getByText('The model knows none of these words: qwxyz.').waitFor();
    await page
      .getByRole('alert')
      .getByText(/^Use words from searches in the shop/)
      .waitFor();
    expect(await page.getByRole('heading', { name: 'Predicted categories' }).count()).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await submitSentence('Text', 'green tea');
    await page.getByText('tea · in the vocabulary').waitFor();
    expect(await page.getByRole('alert').count()).toBe(0);
    expect((await rowsOf('Predicted categories'))[0]).toMatch(/^食品\/茶叶\s+\d/);
  });

  it('replaces another that is still being answered', async () => {
    const { page } = workbench();
    await submitSentence('Text', 'a phone case please');
    await submitSentence('Text', 'tea');
    await page.getByText('tea · in the vocabulary').waitFor();
    expect(await page.getByText('case · in the vocabulary').count()).toBe(0);
    expect((await rowsOf('Predicted categories'))[0]).toMatch(/^食品\/茶叶\s+\d/);
  });

  it('is answered in Chinese too', async () => {
    const { page, faults, chooseLanguage } = workbench();
    await chooseLanguage('中文');
    await submitSentence('文本', '我最近喜欢买电子产品');
    await page.getByText('电子产品 · 在词表中').waitFor();
    await page.getByText('最近 · 未知').waitFor();
    expect((await rowsOf('预测的类目'))[0]).toMatch(/^数码\/手机\s+\d/);
    expect(await barriers(page)).toEqual([]);
    await submitSentence('文本', '汽车');
    await page.getByRole('alert').getByText('模型不认识其中任何词语：“汽车”。').waitFor();
    expect(faults).toEqual([]);
  });
});
