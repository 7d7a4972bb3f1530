import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { inHome, openWorkbench } from '../support/browser.ts';
import { settled } from '../support/frames.ts';
import { prepareShop } from '../support/prepared-shop.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-pages-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const workbench = openWorkbench(
  () => home,
  async (folder) => {
    const path = inHome(folder, 'shop');
    await prepareShop(path);
    return path;
  },
);

/** Address of each page and its heading in both languages. */
const PAGES = [
  ['#/home', 'Home', '首页'],
  ['#/customers', 'Customer base', '客户概况'],
  ['#/brief', 'Brief', '简报'],
  ['#/explore', 'Explore', '探索'],
  ['#/users', 'Users', '用户'],
  ['#/users/U100001', 'U100001', 'U100001'],
  ['#/segments', 'Segments', '人群'],
  ['#/traits', 'Computed traits', '计算标签'],
  ['#/traits?new=1', 'New computed trait', '新建计算标签'],
  ['#/predictions', 'Predictions', '预测'],
  ['#/predictions/new', 'New prediction', '新建预测'],
  ['#/data', 'Data', '数据'],
  ['#/models', 'Models', '模型'],
  ['#/models?new=behaviour', 'New model', '新建模型'],
  ['#/models/run-1', 'run-1', 'run-1'],
  ['#/models/run-1?tab=settings', 'run-1', 'run-1'],
  ['#/models/run-1?tab=record', 'run-1', 'run-1'],
  ['#/texts/new', 'New model', '新建模型'],
  ['#/jobs', 'Jobs', '任务'],
  ['#/settings', 'Settings', '设置'],
  ['#/workspaces', 'Workspaces', '工作区'],
  ['#/nosuch', 'Not found', '找不到'],
  ['#/traits/nosuch', 'Not found', '找不到'],
  ['#/models/run-99', 'Not found', '找不到'],
  ['#/texts/run-99', 'Not found', '找不到'],
  ['#/explore/map-99', 'Not found', '找不到'],
  ['#/explore?map=map-99', 'Not found', '找不到'],
  ['#/jobs/job-99', 'Not found', '找不到'],
] as const;

async function reloadIn(language: 'en' | 'zh', scheme: 'light' | 'dark'): Promise<void> {
  const { page } = workbench();
  await page.evaluate(
    ([l, s]) => {
      localStorage.setItem('portrait.language', l);
      localStorage.setItem('portrait.colours', s);
    },
    [language, scheme] as const,
  );
  await page.reload();
}

/** Badge of a workspace of generated data. */
const SYNTHETIC = { en: 'synthetic', zh: '合成数据' };

describe.each([
  ['en', 'light'],
  ['zh', 'dark'],
] as const)('every page in %s, %s', (language, scheme) => {
  beforeAll(() => reloadIn(language, scheme));

  it.each(PAGES)(
    '%s shows its heading and that the data are synthetic, without an error or an accessibility violation',
    async (hash, english, chinese) => {
      const { page, go, faults } = workbench();
      await go(hash);
      const heading = page.getByRole('heading', { level: 1, name: language === 'en' ? english : chinese });
      await heading.waitFor();
      await expect.poll(() => page.title()).toBe(`${language === 'en' ? english : chinese} – shop – Portrait`);
      await page.getByText(SYNTHETIC[language], { exact: true }).first().waitFor();
      await settled(page);
      expect(await page.locator('body').textContent()).not.toMatch(/[{[]"\w+":|undefined|NaN|\[object/);
      expect(await barriers(page)).toEqual([]);
      expect(faults.splice(0)).toEqual([]);
    },
  );
});

describe('the workbench', () => {
  beforeAll(() => reloadIn('en', 'light'));

  it('redirects from an address of earlier versions to the current page', async () => {
    const { page, go } = workbench();
    for (const [earlier, today] of [
      ['#/map?colour=actions', '#/explore?colour=actions'],
      ['#/model/run-1', '#/models/run-1'],
      ['#/model?new=predict', '#/predictions/new'],
      ['#/model?new=texts&from=run-1', '#/texts/new?from=run-1'],
    ] as const) {
      await go(earlier);
      await expect.poll(() => page.evaluate(() => location.hash)).toBe(today);
    }
  });

  it('restores the page after a reload, and goes back', async () => {
    const { page, go } = workbench();
    await go('#/segments');
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await page.reload();
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
    await go('#/jobs');
    await page.getByRole('heading', { level: 1, name: 'Jobs' }).waitFor();
    await page.goBack();
    await page.getByRole('heading', { level: 1, name: 'Segments' }).waitFor();
  });
});
