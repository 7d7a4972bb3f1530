import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';
import { type Browser, chromium } from 'playwright-core';

const { env, platform } = process;

/** Arguments of a headless browser without a GPU or background requests; software WebGL draws the map. */
const ARGS = [
  '--no-sandbox',
  '--enable-unsafe-swiftshader',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium with a temporary profile; the caller closes it. Throws if none is installed. */
export function launchChromium(): Promise<Browser> {
  return chromium.launch({ executablePath: findChromium(), args: ARGS });
}

/**
 * Returns the path of an installed Chrome, Chromium or Edge, else Playwright's, else Debian's package if it can be
 * installed. `CHROMIUM` overrides it. Throws with installation instructions if there is none.
 */
export function findChromium(): string {
  const browserPath = findExisting();
  if (browserPath) return browserPath;
  if (platform === 'linux' && process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    process.stderr.write('No Chromium found: installing Debian’s package\n');
    const apt = (...args: string[]) => spawnSync('apt-get', args, { stdio: ['ignore', 2, 2] }).status === 0;
    if (apt('install', '-y', 'chromium') || (apt('update') && apt('install', '-y', 'chromium'))) {
      const browserPathAfterInstall = findExisting();
      if (browserPathAfterInstall) return browserPathAfterInstall;
    }
  }
  throw new Error(
    'The tests look at the workbench in a real browser, and there is none. Install Chrome, Chromium or Edge, ' +
      'run "npx playwright-core install chromium", or set CHROMIUM to the path of one.',
  );
}

function findExisting(): string | null {
  const candidates = env.CHROMIUM ? [env.CHROMIUM] : [...onPath(), ...usualPlaces(), ...playwrights()];
  return candidates.find((path) => existsSync(path)) ?? null;
}

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome-stable',
  'google-chrome',
  'microsoft-edge-stable',
  'microsoft-edge',
];

function onPath(): string[] {
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return platform === 'win32' ? [] : NAMES.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces(): string[] {
  if (platform === 'darwin') {
    return ['Google Chrome', 'Chromium', 'Microsoft Edge'].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (platform !== 'win32') return [];
  const roots = [env.PROGRAMFILES, env['PROGRAMFILES(X86)'], env.LOCALAPPDATA].filter((root) => root !== undefined);
  const files = [
    'Google/Chrome/Application/chrome.exe',
    'Chromium/Application/chrome.exe',
    'Microsoft/Edge/Application/msedge.exe',
  ];
  return roots.flatMap((root) => files.map((file) => join(root, file)));
}

const PLAYWRIGHTS_CACHE: Partial<Record<NodeJS.Platform, string>> = {
  linux: join(homedir(), '.cache', 'ms-playwright'),
  darwin: join(homedir(), 'Library', 'Caches', 'ms-playwright'),
  win32: join(env.LOCALAPPDATA ?? homedir(), 'ms-playwright'),
};
const WITHIN = [
  'chrome-linux/chrome',
  'chrome-linux64/chrome',
  'chrome-win/chrome.exe',
  'chrome-win64/chrome.exe',
  'chrome-mac/Chromium.app/Contents/MacOS/Chromium',
  'chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing',
];

function playwrights(): string[] {
  const cache = env.PLAYWRIGHT_BROWSERS_PATH ?? PLAYWRIGHTS_CACHE[platform];
  if (!cache || !existsSync(cache)) return [];
  const builds = readdirSync(cache).filter((name) => name.startsWith('chromium-'));
  return builds.flatMap((build) => WITHIN.map((file) => join(cache, build, file)));
}
