import { describe, expect, it } from 'vitest';
import { scriptsOf } from '../../build/page-scripts.ts';
import { pageFolder } from '../../electron/page/page-folder.ts';
import { parseHash } from '../../renderer/base/route.ts';
import { settled } from '../support/frames.ts';
import { shopWorkbench } from '../support/shop-workbench.ts';

const workbench = shopWorkbench();
const startPage = `pages/${parseHash('')!.page}/index.tsx`;

/** Returns the paths and encoded sizes of the scripts that the page has requested. */
function requestedScripts(): Promise<{ path: string; bytes: number }[]> {
  return workbench().page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter((entry) => entry instanceof PerformanceResourceTiming && entry.name.endsWith('.js'))
      .map((entry) => ({
        path: new URL(entry.name).pathname.slice(1),
        bytes: entry instanceof PerformanceResourceTiming ? entry.encodedBodySize : 0,
      })),
  );
}

describe('the first page of an open workspace', () => {
  it('requests the scripts that its size is computed from, and no others', async () => {
    const { page, host } = workbench();
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.evaluate(() => localStorage.setItem('portrait.language', 'en'));
    await page.goto(new URL(host.url).origin);
    await page.getByRole('heading', { level: 1 }).waitFor();
    await page.waitForLoadState('networkidle');
    await settled(page);
    const requested = await requestedScripts();
    const expected = scriptsOf(pageFolder(), ['index.html', startPage, 'locales/en/index.ts']);
    expect(requested.map(({ path }) => path).filter((path) => !expected.has(path))).toEqual([]);
    expect(requested.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(350_000);
  });

  it('loads the texts of the other language when it is chosen', async () => {
    const { page, go } = workbench();
    await go('#/settings');
    await page.getByText('中文', { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: '设置' }).waitFor();
    expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-CN');
    await page.getByText('EN', { exact: true }).first().click();
    await page.getByRole('heading', { level: 1, name: 'Settings' }).waitFor();
  });
});

it('colours that depend on the colour scheme are in the style sheets as they were written', async () => {
  const { page, go } = workbench();
  await go('#/home');
  const synthetic = page.getByText('synthetic', { exact: true }).first();
  await synthetic.waitFor();
  const colour = () => synthetic.evaluate((element) => getComputedStyle(element).color);
  expect(await colour()).toBe('rgb(107, 74, 0)');
});

describe('the chart of events per day', () => {
  it('tells the figures of a day to the pointer and to the keyboard, and hides an action', async () => {
    const { page, go } = workbench();
    await go('#/data');
    const chart = page.getByRole('slider', { name: 'Events per day' });
    await chart.hover();
    await expect.poll(() => chart.textContent()).toMatch(/\d{4}/);
    await chart.focus();
    await page.keyboard.press('Home');
    const first = await chart.getAttribute('aria-valuetext');
    await page.keyboard.press('ArrowRight');
    expect(await chart.getAttribute('aria-valuenow')).toBe('2');
    expect(await chart.getAttribute('aria-valuetext')).not.toBe(first);
    const [action = ''] = /, (\w+) /.exec(first ?? '')?.slice(1) ?? [];
    const legend = page.getByRole('button', { name: action, exact: true, pressed: true });
    await legend.click();
    expect(await chart.getAttribute('aria-valuetext')).not.toContain(`, ${action} `);
  });
});
