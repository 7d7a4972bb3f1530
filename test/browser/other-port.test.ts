import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { BrowserContext } from 'playwright-core';
import { describe, expect, it, onTestFinished } from 'vitest';
import { launchChromium } from '../../build/chromium.ts';
import { markBackendsMeasured } from '../support/browser.ts';
import { exchange, openWire, pageHeaders, send, testHost } from './host.ts';

/** Starts a server on another port of this host and returns its address and the cookies that it receives. */
async function otherServer() {
  const cookies: string[] = [];
  const server = createServer((request, response) => {
    if (request.headers.cookie) cookies.push(request.headers.cookie);
    response.end('<p>another program</p>');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`, cookies };
}

async function newContext(): Promise<BrowserContext> {
  const browser = await launchChromium();
  onTestFinished(() => browser.close());
  return browser.newContext({ locale: 'en-GB' });
}

/** Opens the workbench in a new tab and waits until it shows the workspace. */
async function openTab(context: BrowserContext, url: string) {
  const tab = await context.newPage();
  await tab.goto(url);
  await tab.getByText('New workspace').first().waitFor();
  return tab;
}

describe('a server on another port of this machine', () => {
  it('receives the cookie of a session and, with it and a forged origin, gets nothing', async () => {
    const host = await testHost();
    markBackendsMeasured(host.home);
    const context = await newContext();
    const tab = await openTab(context, host.url);
    const { url, cookies } = await otherServer();
    await tab.goto(url);
    expect(cookies[0]).toMatch(/^portrait-\d+=[\w-]{43}$/);
    for (const key of ['guess', 'a'.repeat(43)]) {
      const headers = pageHeaders(host.origin, { cookie: cookies[0] ?? '', key });
      expect(await openWire(host.origin, headers, key)).toBe(403);
      expect(await send(host.origin, 'POST', '/files?name=a.csv', headers, 'x')).toMatchObject({ status: 401 });
      expect(await send(host.origin, 'GET', '/exports/a.csv', headers)).toMatchObject({ status: 401 });
      expect(await exchange(host.origin, '', headers)).toMatchObject({ status: 401 });
    }
  });
});

describe('a browser with a session', () => {
  it('has it after a reload, in a second tab, and in a new tab after the last one was closed', async () => {
    const host = await testHost();
    markBackendsMeasured(host.home);
    const context = await newContext();
    const first = await openTab(context, host.url);
    await first.reload();
    await first.getByText('New workspace').first().waitFor();
    const second = await openTab(context, host.origin);
    await context.newPage();
    for (const tab of [first, second]) await tab.close();
    await openTab(context, host.origin);
  });
});
