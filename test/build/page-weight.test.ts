import { describe, expect, it } from 'vitest';
import { partsOf, scriptsOf, sizeOf } from '../../build/page-scripts.ts';
import { pageFolder } from '../../electron/page/page-folder.ts';
import { pages, parseHash } from '../../renderer/base/route.ts';

/** Bytes that the scripts of a first load may have, compressed by gzip. */
const BUDGET = 350_000;

const startPage = `pages/${parseHash('')!.page}/index.tsx`;

/** Parts that are loaded after a click on a page that is shown, such as dialogs and advanced settings. */
const LATER: readonly string[] = [
  'pages/data/import/FileOptions.tsx',
  'pages/data/import/MappingForm.tsx',
  'pages/data/import/Plan.tsx',
  'pages/data/import/ImportSummary.tsx',
  'pages/explore/ComputeMap.tsx',
  'pages/explore/EditRuleForm.tsx',
  'pages/explore/SaveSelection.tsx',
  'pages/explore/RenameCluster.tsx',
  'pages/explore/points-csv.ts',
  'pages/model/start/AdvancedSettings.tsx',
  'pages/texts/TextTrainingSettings.tsx',
];

/** The folder of each page, where it differs from the name in its address. */
const FOLDERS: Partial<Record<(typeof pages)[number], string>> = { models: 'model' };
/** The ways from each page to the parts that its addresses show. */
const ways = pages.flatMap((page) => {
  const folder = `pages/${FOLDERS[page] ?? page}/`;
  return partsOf(pageFolder(), `${folder}index.tsx`, (part) => part.startsWith(folder) && !LATER.includes(part));
});

describe('the scripts of a page that is opened by its address', () => {
  it.each(ways.map((way) => [way.join(' → '), way] as const))('take less than 350 kB compressed: %s', (_, way) => {
    const scripts = scriptsOf(pageFolder(), ['index.html', 'locales/en/index.ts', ...way]);
    expect(sizeOf(pageFolder(), scripts, '.br')).toBeLessThan(BUDGET);
  });

  it('are looked for in all parts that there are', () => {
    expect(ways.length).toBeGreaterThan(pages.length);
    for (const part of LATER) expect([...scriptsOf(pageFolder(), [part])]).not.toEqual([]);
  });
});

describe('the scripts of the first page', () => {
  it.each(['en', 'zh'])('take less than 350 kB compressed, with the texts in %s', (language) => {
    const scripts = scriptsOf(pageFolder(), ['index.html', startPage, `locales/${language}/index.ts`]);
    expect(sizeOf(pageFolder(), scripts, '.gz')).toBeLessThan(BUDGET);
    expect(sizeOf(pageFolder(), scripts, '.br')).toBeLessThan(0.9 * BUDGET);
  });

  it('contain neither the texts of a language nor the charts', () => {
    const scripts = scriptsOf(pageFolder(), ['index.html', startPage]);
    for (const module of ['locales/en/index.ts', 'locales/zh/index.ts', 'components/ChartCanvas.tsx']) {
      const [chunk] = scriptsOf(pageFolder(), [module]);
      expect(scripts).not.toContain(chunk);
    }
  });
});
