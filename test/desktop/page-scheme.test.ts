import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { isOwnPage, pageResponse, START_PAGE } from '../../electron/desktop/page-scheme.ts';
import { testFolder } from '../support/folder.ts';

function page(): string {
  const folder = join(testFolder(), 'renderer');
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'main-1234.js'), 'export {};');
  writeFileSync(join(folder, '..', 'secret.js'), 'secret');
  writeFileSync(join(folder, '..', 'renderer-of-another.js'), 'secret');
  return folder;
}

describe('the portrait:// scheme', () => {
  it('serves the page with content types and security headers', async () => {
    const answer = pageResponse(page(), START_PAGE, 'GET');
    expect(await answer.text()).toBe('<!doctype html>');
    expect(answer.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(answer.headers.get('cross-origin-embedder-policy')).toBe('require-corp');
    const script = pageResponse(page(), `${START_PAGE}assets/main-1234.js`, 'GET');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  it('serves nothing outside its folder: by dots, plain or encoded, by another root, or by a link', () => {
    const folder = page();
    symlinkSync(join(folder, '..', 'secret.js'), join(folder, 'assets', 'link.js'));
    for (const path of [
      '../secret.js',
      '..%2fsecret.js',
      '%2e%2e%2fsecret.js',
      '..%5csecret.js',
      '../renderer-of-another.js',
      '..%2frenderer-of-another.js',
      'assets/link.js',
      'assets/',
      '/etc/passwd',
      '%00',
      '%ff',
    ]) {
      expect(pageResponse(folder, `${START_PAGE}${path}`, 'GET').status, path).toBe(404);
    }
  });

  it('serves nothing to another host name, and nothing but GET requests', () => {
    const folder = page();
    for (const address of ['portrait://evil/index.html', 'portrait://app.evil/index.html', 'file:///index.html']) {
      expect(pageResponse(folder, address, 'GET').status).toBe(404);
    }
    expect(pageResponse(folder, START_PAGE, 'POST').status).toBe(404);
  });

  it('recognises its own page by the whole address, not by a prefix', () => {
    expect(isOwnPage('portrait://app/')).toBe(true);
    expect(isOwnPage('portrait://app/#/map')).toBe(true);
    for (const address of [
      'portrait://app.evil.example/',
      'portrait://app@evil.example/',
      'portrait://user@app/',
      'portrait://app:8080/',
      'portraits://app/',
      'https://app/',
      'https://evil.example/?portrait://app/',
      'file:///tmp/portrait://app/',
      'about:blank',
      'javascript:alert(1)',
      '',
    ]) {
      expect(isOwnPage(address), address).toBe(false);
    }
  });
});
