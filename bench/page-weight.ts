import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { scriptsOf, sizeOf } from '../build/page-scripts.ts';
import type { Bench, Row } from './row.ts';

/** Sizes in kB before charts, languages and parts of pages were loaded on demand (November 2026). */
const BEFORE = { dataPage: 581, gzip: 726, brotli: 624 };

const folder = fileURLToPath(new URL('../dist/renderer', import.meta.url));
const pages = readdirSync(fileURLToPath(new URL('../renderer/pages', import.meta.url))).sort();

/**
 * Size of the scripts that a cold load of each page requests, in English, including those shared by all pages. Excludes
 * what a page loads after it is shown, such as ECharts.
 */
const bench: Bench = async () => [
  ...pages.map((page) => {
    const scripts = scriptsOf(folder, ['index.html', 'locales/en/index.ts', `pages/${page}/index.tsx`]);
    return row(`${page} page`, scripts, '.gz', page === 'data' ? BEFORE.dataPage : null);
  }),
  row('ECharts, with the first chart', scriptsOf(folder, ['components/ChartCanvas.tsx']), '.gz', null),
  row('all scripts', allScripts(), '.gz', BEFORE.gzip),
  row('all scripts, by brotli', allScripts(), '.br', BEFORE.brotli),
];
export default bench;

function allScripts(): string[] {
  const names = readdirSync(join(folder, 'assets')).filter((name) => name.endsWith('.js'));
  return names.map((name) => join('assets', name));
}

function row(name: string, scripts: Iterable<string>, extension: '.gz' | '.br', before: number | null): Row {
  const figure = sizeOf(folder, scripts, extension) / 1000;
  return {
    case: name,
    figure,
    unit: 'kB',
    peer: before === null ? '' : 'before',
    peerFigure: before,
    ratio: before === null ? null : before / figure,
  };
}
