import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll } from 'vitest';
import { launchChromium } from '../../build/chromium.ts';
import { type BrowserHost, serveBrowser } from '../../electron/browser/serve-browser.ts';

/** The workbench in a real Chromium, served by the real browser host. */
export interface Workbench {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly host: BrowserHost;
  /** Folder of the workspaces. */
  readonly home: string;
  /** Uncaught errors and console errors of the page. */
  readonly faults: string[];
  /** Navigates to a hash route of the workbench, such as `#/map`. */
  go(hash: string): Promise<void>;
  /** Chooses the language on the settings page and returns to the present page. */
  chooseLanguage(label: 'EN' | '中文'): Promise<void>;
}

/** Marks the backends as measured, so that the workbench does not measure them during a test. */
export function markBackendsMeasured(home: string): void {
  writeFileSync(join(home, 'backends.json'), JSON.stringify({ measured: Date.now() }));
}

/** The browser of all test files that this process runs; it ends with the process. */
let browser: Promise<Browser> | null = null;

async function runningBrowser(): Promise<Browser> {
  const running = await browser;
  if (running?.isConnected()) return running;
  browser = launchChromium();
  return browser;
}

/**
 * Opens the workbench before a file's tests and closes it after them. `prepare` receives the empty home folder; it may
 * create a workspace there and return its path to have it opened.
 */
export function openWorkbench(home: () => string, prepare?: (home: string) => Promise<string>): () => Workbench {
  let workbench: Workbench | null = null;
  let close = async () => {};
  beforeAll(async () => {
    const folder = home();
    markBackendsMeasured(folder);
    const workspace = await prepare?.(folder);
    const host = await serveBrowser({ home: folder, workspace });
    const context = await (await runningBrowser()).newContext({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      // Disables fade-in animations, in which contrast is still reduced.
      reducedMotion: 'reduce',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(20_000);
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    await page.goto(host.url);
    const go = async (hash: string) => {
      await page.evaluate((to) => {
        location.hash = to;
      }, hash);
    };
    const chooseLanguage = async (label: string) => {
      const { hash } = new URL(page.url());
      await go('#/settings');
      await page
        .getByRole('radiogroup', { name: /^(Language|语言)$/ })
        .getByText(label, { exact: true })
        .click();
      await page.getByRole('heading', { level: 1, name: label === 'EN' ? 'Settings' : '设置' }).waitFor();
      await go(hash);
    };
    workbench = { page, context, host, home: folder, faults, go, chooseLanguage };
    close = async () => {
      await context.close();
      await host.close();
    };
  });
  afterAll(() => close());
  return () => {
    if (!workbench) throw new Error('the workbench is open only while tests run');
    return workbench;
  };
}

/** Path of a workspace in a home folder. */
export const inHome = (home: string, name: string) => join(home, `${name}.portrait`);
