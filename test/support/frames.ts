import type { Page } from 'playwright-core';

/** Resolves once the page has been drawn again. */
export async function nextFrame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => resolve(null))));
}

/** Resolves once nothing on the page is loading, its charts included, and it has not changed for ten frames. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      new Promise<boolean>((resolve) => {
        const isLoading = () => document.querySelector('.mantine-Loader-root, [aria-busy="true"]') !== null;
        let quietFrames = 0;
        const observer = new MutationObserver(() => {
          quietFrames = 0;
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
        const onFrame = () => {
          quietFrames = isLoading() ? 0 : quietFrames + 1;
          if (quietFrames < 10) return requestAnimationFrame(onFrame);
          observer.disconnect();
          resolve(true);
        };
        requestAnimationFrame(onFrame);
      }),
  );
}
