import { readFileSync } from 'node:fs';
import type { Page } from 'playwright-core';

/** Runs an action and returns the file that the browser downloads: its name and its bytes. */
export async function downloaded(page: Page, act: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), act()]);
  return { name: download.suggestedFilename(), bytes: readFileSync(await download.path()) };
}
