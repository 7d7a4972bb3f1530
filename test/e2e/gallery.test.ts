import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { barriers } from '../support/axe.ts';
import { openWorkbench } from '../support/browser.ts';

const home = mkdtempSync(join(tmpdir(), 'portrait-gallery-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
const workbench = openWorkbench(() => home);

/** A component is shown several times, and so are landmarks that pages have once. */
const SEVERAL = { exemptRules: ['landmark-unique'] };

/** Axe reads some thousand elements, which takes long on a busy machine. */
const SLOW = { timeout: 300_000 };

const renderer = fileURLToPath(new URL('../../renderer/', import.meta.url));
const SHARED = 'components,map,facets,attention,training,runs,predictions,segments,rules';
/** Names of the components that pages share, with the text of their files. */
const components = new Map(
  globSync(`{${SHARED}}/[A-Z]*.tsx`, { cwd: renderer }).map((path) => [
    basename(path, '.tsx'),
    readFileSync(join(renderer, path), 'utf8'),
  ]),
);
/** Changes the address and draws nothing. */
const INVISIBLE = 'Redirect';

async function openGallery(language = 'en', colours = 'light'): Promise<void> {
  const { page, host } = workbench();
  await page.evaluate(
    ([l, c]) => {
      localStorage.setItem('portrait.language', l);
      localStorage.setItem('portrait.colours', c);
    },
    [language, colours] as const,
  );
  await page.goto(`${new URL(host.url).origin}/?gallery`);
  await page.locator('canvas[data-drawn]').waitFor();
}

/** An import of a component, also one that is loaded later. */
const PART = /(?:from |import\()'.*\/([A-Z]\w+)\.tsx'/g;

/** Returns the names of the components, and of those that they consist of. */
function withParts(names: readonly string[]): Set<string> {
  const all = new Set(names);
  for (const name of all) {
    for (const [, part] of components.get(name)?.matchAll(PART) ?? []) all.add(part!);
  }
  return all;
}

describe('the gallery of components', () => {
  it('shows every component that pages share, by itself or as a part of another one', async () => {
    const { page } = workbench();
    await openGallery();
    const shown = withParts(await page.getByRole('heading', { level: 3 }).allTextContents());
    expect([...components.keys()].filter((name) => !shown.has(name))).toEqual([INVISIBLE]);
  });

  it.each([
    ['en', 'light', 'Component gallery'],
    ['zh', 'dark', '组件库'],
  ])('has no errors and no accessibility violations in %s, %s', SLOW, async (language, colours, title) => {
    const { page, faults } = workbench();
    await openGallery(language, colours);
    await page.getByRole('heading', { level: 1, name: title }).waitFor();
    expect(await page.locator('main').textContent()).not.toMatch(/[{[]"\w+":|undefined|NaN|\[object/);
    expect(await barriers(page, SEVERAL)).toEqual([]);
    expect(faults.splice(0)).toEqual([]);
  });

  it('would have a violation with a button without a name', async () => {
    const { page } = workbench();
    await page.evaluate(() => document.body.insertAdjacentHTML('beforeend', '<p id="planted"><button></button></p>'));
    expect(await barriers(page, { within: '#planted' })).toEqual(['button-name: <button></button>']);
  });

  it('opens each dialog, and shows in one how an action fails', SLOW, async () => {
    const { page, faults } = workbench();
    await openGallery();
    const buttons = page.getByRole('button', { name: 'dialog', exact: true });
    for (const button of await buttons.all()) {
      await button.click();
      await page.getByRole('dialog').waitFor();
      expect(await barriers(page, { within: '[role=dialog]' })).toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
    await page.getByRole('button', { name: 'error', exact: true }).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Delete' }).click();
    await dialog.getByText('The disk is full.').waitFor();
    expect(faults.splice(0)).toEqual([]);
  });

  it('changes its colours and its language', async () => {
    const { page } = workbench();
    await openGallery();
    await page.getByText('中文').first().click();
    await page.getByRole('heading', { level: 1, name: '组件库' }).waitFor();
    await page.getByText('深色').first().click({ force: true });
    await expect.poll(() => page.locator('html').getAttribute('data-mantine-color-scheme')).toBe('dark');
  });

  it('is not loaded by the window', async () => {
    const { page, host } = workbench();
    await openGallery();
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(basename(new URL(request.url()).pathname)));
    await page.goto('about:blank');
    await page.goto(`${new URL(host.url).origin}/#/data`);
    await page.getByRole('navigation', { name: 'Pages' }).waitFor();
    await page.waitForLoadState('networkidle');
    expect(scripts.filter((name) => name.startsWith('Gallery'))).toEqual([]);
    await openGallery();
    expect(scripts.filter((name) => /^Gallery.*\.js$/.test(name))).toHaveLength(1);
  });
});
