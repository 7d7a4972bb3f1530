import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** What keeps people with a screen reader, without a mouse, or with weak sight from using the page as it stands. */
export async function barriers(page: Page): Promise<string[]> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().flatMap((one) => (isEndless(one) ? [] : [one.finished])));
    function isEndless({ effect }: Animation): boolean {
      return effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    }
  });
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
