import type { Browser, Page } from 'playwright-core';

/** Opens an address in a new profile, which records long tasks of the page's main thread. */
export async function openPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
  const page = await context.newPage();
  page.setDefaultTimeout(120_000);
  await page.addInitScript(() => {
    const longTasks: number[] = [];
    Object.assign(globalThis, { longTasks });
    new PerformanceObserver((list) => {
      for (const { duration } of list.getEntries()) longTasks.push(duration);
    }).observe({ type: 'longtask', buffered: true });
  });
  await page.goto(url);
  return page;
}

/** Returns the milliseconds of the longest task since the last call; 0 if none took 50 ms, which browsers do not report. */
export function takeLongestTask(page: Page): Promise<number> {
  return page.evaluate(() => {
    const { longTasks } = globalThis as unknown as { longTasks: number[] };
    return Math.max(0, ...longTasks.splice(0));
  });
}

/**
 * Follows a link of the side bar, and returns the milliseconds until the page or its skeleton is drawn. The link's text
 * is the page's heading.
 */
export function follow(page: Page, name: string): Promise<number> {
  return page.evaluate(
    (text) =>
      new Promise<number>((resolve, reject) => {
        const link = document.querySelector<HTMLElement>(`nav a[aria-label="${text}"]`);
        if (!link) return reject(new Error(`no link to ${text}`));
        const isShown = () => {
          const heading = document.querySelector<HTMLElement>('#main h1');
          return (
            (heading?.textContent === text && heading.offsetParent !== null) ||
            document.querySelector('#main [role="status"] .mantine-Skeleton-root') !== null
          );
        };
        const start = performance.now();
        // What the frame draws is on the screen when the next one begins.
        const onFrame = () =>
          isShown() ? requestAnimationFrame(() => resolve(performance.now() - start)) : requestAnimationFrame(onFrame);
        link.click();
        requestAnimationFrame(onFrame);
      }),
    name,
  );
}

/** Resolves once nothing on the page is loading, and has not been for ten frames. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        let quiet = 0;
        const onFrame = () => {
          const busy = document.querySelector(
            '#main :is(.mantine-Skeleton-root, .mantine-Loader-root, [aria-busy="true"])',
          );
          quiet = busy ? 0 : quiet + 1;
          if (quiet === 10) resolve(true);
          else requestAnimationFrame(onFrame);
        };
        requestAnimationFrame(onFrame);
      }),
  );
}
