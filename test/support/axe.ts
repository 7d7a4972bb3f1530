import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

interface Scope {
  /** Rules that are not checked. */
  exemptRules?: string[];
  /** Selector of the only part that is checked. */
  within?: string;
}

/** Returns the page's accessibility violations found by axe, after its finite animations have ended. */
export async function barriers(page: Page, { exemptRules = [], within = 'html' }: Scope = {}): Promise<string[]> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().flatMap((one) => (isEndless(one) ? [] : [one.finished])));
    function isEndless({ effect }: Animation): boolean {
      return effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    }
  });
  const { violations } = await new AxeBuilder({ page }).include(within).disableRules(exemptRules).analyze();
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`);
}
