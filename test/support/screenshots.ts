import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';
import { settled } from './frames.ts';

const folder = fileURLToPath(new URL('../../test-results/journeys', import.meta.url));

/**
 * Returns a function that saves what a person sees at a step of a journey, once the page has settled, as
 * `test-results/journeys/JOURNEY/STEP-name.png`; an earlier run's file is replaced.
 */
export function screenshots(journey: string): (page: Page, name: string) => Promise<void> {
  let step = 0;
  return async (page, name) => {
    const file = `${String(++step).padStart(2, '0')}-${name}.png`;
    await settled(page);
    await page.screenshot({ path: join(folder, journey, file) });
  };
}
