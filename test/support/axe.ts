import axe from 'axe-core';
import type { Page } from 'playwright-core';

interface Scope {
  /** Rules that are not checked. */
  exemptRules?: string[];
  /** Selector of the only part that is checked. */
  within?: string;
}

/** Longest HTML of an element that breaks a rule. */
const MAX_HTML = 300;

/**
 * Returns the page's accessibility violations found by axe, after its finite animations have ended: the name of each
 * rule with the elements that break it.
 */
export async function barriers(page: Page, { exemptRules = [], within = 'html' }: Scope = {}): Promise<string[]> {
  await page.evaluate(async () => {
    await Promise.allSettled(document.getAnimations().flatMap((one) => (isEndless(one) ? [] : [one.finished])));
    function isEndless({ effect }: Animation): boolean {
      return effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY;
    }
  });
  if (await page.evaluate(() => !('axe' in window))) await page.evaluate(axe.source);
  const rules = Object.fromEntries(exemptRules.map((rule) => [rule, { enabled: false }]));
  return await page.evaluate(violationsWithin, { within, rules, maxHtml: MAX_HTML });
}

/** Runs in the page. Axe describes no element that breaks no rule: that takes longer than to check the page. */
async function violationsWithin(options: {
  within: string;
  rules: Record<string, { enabled: boolean }>;
  maxHtml: number;
}): Promise<string[]> {
  const { axe: checker } = window as Window & typeof globalThis & { axe: typeof axe };
  checker.configure({ noHtml: true });
  const { violations } = await checker.run(options.within, {
    rules: options.rules,
    resultTypes: ['violations'],
    elementRef: true,
  });
  const htmlOf = (element: HTMLElement | undefined) => element?.outerHTML.slice(0, options.maxHtml);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ element }) => htmlOf(element)).join(' ')}`);
}
