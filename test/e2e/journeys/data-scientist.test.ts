import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterAll, describe, expect, it, vi } from 'vitest';
import { readSafetensors } from '../../../electron/engine/model/safetensors.ts';
import { barriers } from '../../support/axe.ts';
import { openWorkbench } from '../../support/browser.ts';
import { sharedData } from '../../support/data.ts';
import { downloaded } from '../../support/download.ts';
import { screenshots } from '../../support/screenshots.ts';

// A model is trained, which takes as long as the machine is busy.
vi.setConfig({ testTimeout: 300_000 });

const movielens = ['inter', 'user', 'item']
  .map((end) => sharedData(`ml-100k/ml-100k.${end}`))
  .filter((path) => path !== null);

/** Number of users who are imported, with their ratings. */
const USERS = 100;
/** Width of the model. */
const WIDTH = 16;

describe.skipIf(movielens.length < 3)('a data scientist with MovieLens, in Chinese and dark', () => {
  const home = mkdtempSync(join(tmpdir(), 'portrait-scientist-'));
  afterAll(() => rmSync(home, { recursive: true, force: true }));

  const workbench = openWorkbench(() => home);
  const shoot = screenshots('data-scientist');
  const folder = join(home, 'files');

  it('chooses the language and the theme, and creates a workspace', async () => {
    const { page, go, chooseLanguage } = workbench();
    await chooseLanguage('中文');
    await go('#/settings');
    await page.getByRole('radiogroup', { name: '主题' }).getByText('深色', { exact: true }).click({ force: true });
    await page.locator('html[data-mantine-color-scheme="dark"]').waitFor();
    await go('#/data');
    await page.getByRole('button', { name: '新建工作区' }).click();
    await page.getByLabel('名称').fill('电影');
    await page.getByRole('button', { name: '新建', exact: true }).click();
    await page.getByText('还没有数据').waitFor();
    await shoot(page, 'empty');
  });

  it('imports ratings, users and items together, recognised as they are', async () => {
    const { page } = workbench();
    const { files, ratings } = subset();
    const [chooser] = await Promise.all([
      page.waitForEvent('filechooser'),
      page.getByRole('button', { name: '选择文件' }).click(),
    ]);
    await chooser.setFiles(files);
    const start = page.getByRole('button', { name: '导入 3 个文件' });
    await start.and(page.locator(':enabled')).waitFor();
    await page.getByText(/^已试运行全部/).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'plan');
    await start.click();
    await page.getByText('导入完成').waitFor({ timeout: 60_000 });
    await page.getByText(ratings.toLocaleString('zh'), { exact: true }).first().waitFor();
    await shoot(page, 'imported');
  });

  it('pre-trains a small BERT on the sequences of items', async () => {
    const { page, go } = workbench();
    await go('#/models?new=behaviour');
    await page.getByRole('button', { name: '高级设置' }).click();
    for (const [field, choice] of [
      ['训练目标', '掩码事件（BERT）'],
      ['层归一化', '后归一化（BERT）'],
    ] as const) {
      await page.getByRole('combobox', { name: field, exact: true }).click();
      await page.getByRole('option', { name: choice }).click();
    }
    const settings = { 宽度: String(WIDTH), 层数: '1', 最大长度: '32', 训练轮数: '3' };
    for (const [field, value] of Object.entries(settings)) await page.getByLabel(field, { exact: true }).fill(value);
    for (const field of ['行为类型', '类目', '品牌', '价格', '时间间隔', '小时', '星期', '词语'])
      await page.getByRole('checkbox', { name: field, exact: true }).uncheck();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'settings');
    await page.getByRole('button', { name: '开始训练' }).click();
    await page.getByRole('row', { name: /run-1 .*(基线|定论|更差)/ }).waitFor({ timeout: 200_000 });
  });

  it('reads its result beside the baselines, its curves, and what it attends to', async () => {
    const { page, go } = workbench();
    await go('#/models/run-1');
    await page.getByRole('table', { name: '模型与基线' }).waitFor();
    await page.getByText(`已计算 ${USERS} 位用户的画像。`).waitFor({ timeout: 60_000 });
    await shoot(page, 'result');
    await page.getByRole('tab', { name: '曲线' }).click();
    await page.getByRole('img', { name: '每轮损失' }).waitFor();
    await shoot(page, 'curves');
    await go('#/users/1?tab=why');
    await page.getByRole('group', { name: '所有层和注意力头' }).waitFor();
    expect(await barriers(page)).toEqual([]);
    await shoot(page, 'attention');
  });

  it('exports its tensors, which hold a vector of each film', async () => {
    const { page, go, faults } = workbench();
    await go('#/models/run-1?tab=record');
    await page.getByRole('button', { name: '导出检查点' }).click();
    const notice = page.getByText(/^BertForMaskedLM，含 [\d,]+ 个词元：run-1-bert\.zip/);
    await notice.waitFor();
    await shoot(page, 'exported');
    const { name, bytes } = await downloaded(page, () => page.getByRole('button', { name: '下载' }).click());
    expect(name).toBe('run-1-bert.zip');
    const pieces = fileOf(bytes, 'vocab.txt').toString('utf8').trimEnd().split('\n');
    const weights = join(home, 'model.safetensors');
    writeFileSync(weights, fileOf(bytes, 'model.safetensors'));
    const { arrays } = readSafetensors(weights);
    const films = arrays['bert.embeddings.word_embeddings.weight']!;
    expect(films.shape).toEqual([pieces.length, WIDTH]);
    expect(pieces).toContain('50');
    for (const { data } of Object.values(arrays)) expect(data.every(Number.isFinite)).toBe(true);
    expect(await notice.textContent()).toContain(`含 ${pieces.length.toLocaleString('zh')} 个`);
    expect(faults).toEqual([]);
  });

  /** Writes the three files with the first users and their ratings; returns their paths and the number of ratings. */
  function subset(): { files: string[]; ratings: number } {
    mkdirSync(folder);
    const files = movielens.map((path) => join(folder, basename(path)));
    const ofUsers = (at: number) => {
      const [header = '', ...lines] = readFileSync(movielens[at]!, 'utf8').trimEnd().split('\n');
      const rows = lines.filter((line) => Number.parseInt(line, 10) <= USERS);
      writeFileSync(files[at]!, [header, ...rows, ''].join('\n'));
      return rows.length;
    };
    copyFileSync(movielens[2]!, files[2]!);
    ofUsers(1);
    return { files, ratings: ofUsers(0) };
  }
});

/** Returns a file of a zip archive that is not compressed. */
function fileOf(archive: Buffer, name: string): Buffer {
  const local = archive.indexOf(name) - 30;
  const start = local + 30 + name.length;
  return archive.subarray(start, start + archive.readUInt32LE(local + 22));
}
