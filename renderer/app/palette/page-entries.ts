import { pages } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import type { CommandTexts } from './command-texts.ts';
import type { Entry } from './entry.ts';

/** Returns an entry for each page of the window. */
export function pageEntries(texts: CommandTexts, others: CommandTexts): Entry[] {
  return pages.map((page) => ({
    key: `page ${page}`,
    kind: 'page',
    label: texts.pages[page],
    otherTexts: [others.pages[page]],
    isGlobal: true,
    run: () => navigate(page),
  }));
}
