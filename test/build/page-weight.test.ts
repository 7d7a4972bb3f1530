import { describe, expect, it } from 'vitest';
import { scriptsOf, sizeOf } from '../../build/page-scripts.ts';
import { pageFolder } from '../../electron/page/page-folder.ts';
import { parseHash } from '../../renderer/base/route.ts';

/** Bytes that the scripts of a first load may have, compressed by gzip. */
const BUDGET = 350_000;

const startPage = `pages/${parseHash('')!.page}/index.tsx`;

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
