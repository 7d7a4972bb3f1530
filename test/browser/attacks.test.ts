import { PassThrough } from 'node:stream';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { readToken } from '../../electron/browser/read-token.ts';
import { EngineClient } from '../../shared/protocol/client.ts';
import { KEY_HEADER } from '../../shared/protocol/session-key.ts';
import { exchange, newSession, openWire, pageHeaders, send, testHost, tokenOf } from './host.ts';

describe('the browser host', () => {
  it('listens on the loopback address only', async () => {
    const { url } = await testHost();
    expect(new URL(url).hostname).toBe('127.0.0.1');
  });

  it('refuses a host name that resolves to this machine (DNS rebinding)', async () => {
    const host = await testHost();
    const { port } = new URL(host.origin);
    for (const name of [
      `evil.example:${port}`,
      `127.0.0.1:${port}.evil.example`,
      `127.0.0.1`,
      `localhost.evil.example:${port}`,
    ]) {
      expect(await send(host.origin, 'GET', '/', { host: name })).toMatchObject({ status: 403 });
      expect(await exchange(host.origin, tokenOf(host.url), { host: name, origin: `http://${name}` })).toMatchObject({
        status: 403,
      });
    }
    expect(await exchange(host.origin, tokenOf(host.url))).toMatchObject({ status: 200 });
  });

  it('refuses a page of another origin, even one whose address starts with its own', async () => {
    const host = await testHost();
    const session = await newSession(host);
    const { port } = new URL(host.origin);
    for (const origin of [
      'https://evil.example',
      'null',
      `${host.origin}.evil.example`,
      `http://127.0.0.1:${Number(port) + 1}`,
      `https://127.0.0.1:${port}`,
      `http://localhost:${port}`,
    ]) {
      expect(await send(host.origin, 'GET', '/', { origin })).toMatchObject({ status: 403 });
      const headers = pageHeaders(origin, session);
      expect(await send(host.origin, 'POST', '/files?name=a.csv', headers, 'x')).toMatchObject({ status: 403 });
      expect(await openWire(host.origin, headers, session.key)).toBe(403);
    }
  });

  it('refuses to be embedded or fetched by another site, even without an Origin header', async () => {
    const host = await testHost();
    for (const site of ['cross-site', 'same-site']) {
      expect(await send(host.origin, 'GET', '/', { 'sec-fetch-site': site })).toMatchObject({ status: 403 });
    }
    expect(await send(host.origin, 'GET', '/', { 'sec-fetch-site': 'none' })).toMatchObject({ status: 200 });
  });

  it('refuses requests that change something if they have no Origin header', async () => {
    const host = await testHost();
    const { cookie, key } = await newSession(host);
    const headers = { cookie, [KEY_HEADER]: key };
    expect(await send(host.origin, 'POST', '/files?name=a.csv', headers, 'x')).toMatchObject({ status: 403 });
    expect(await openWire(host.origin, headers, key)).toBe(403);
  });

  it('opens no WebSocket, accepts no upload and serves no export without a session', async () => {
    const { origin } = await testHost();
    for (const cookie of ['', 'portrait-1=x', `portrait-${new URL(origin).port}=guess`]) {
      expect(await openWire(origin, { origin, cookie }, 'guess')).toBe(403);
      expect(await send(origin, 'POST', '/files?name=a.csv', { origin, cookie }, 'x')).toMatchObject({ status: 401 });
      expect(await send(origin, 'GET', '/exports/a.csv', { cookie })).toMatchObject({ status: 401 });
    }
  });

  it('starts no session for a missing, wrong or malformed token', async () => {
    const { origin, url } = await testHost();
    for (const token of ['', 'guess', tokenOf(url).slice(0, -1), `${tokenOf(url)}x`]) {
      expect(await exchange(origin, token)).toMatchObject({ status: 401 });
    }
    for (const body of ['', '{', '[]', '{"token":{}}', `{"token":"${'x'.repeat(10_000)}"}`]) {
      expect(await send(origin, 'POST', '/session', { origin }, body)).toMatchObject({ status: 401 });
    }
  });

  it('accepts a token once: a replay from a history or a process list is refused', async () => {
    const { origin, url } = await testHost();
    const first = await exchange(origin, tokenOf(url));
    expect(first).toMatchObject({ status: 200 });
    expect(await exchange(origin, tokenOf(url))).toMatchObject({ status: 401 });
  });

  it('keeps the session across a reload, in a cookie that scripts and other sites cannot read', async () => {
    const host = await testHost();
    const { headers, body } = await exchange(host.origin, tokenOf(host.url));
    expect(String(headers['set-cookie'])).toContain('HttpOnly');
    expect(String(headers['set-cookie'])).toContain('SameSite=Strict');
    const session = { cookie: String(headers['set-cookie']).split(';')[0] ?? '', key: JSON.parse(body).key };
    for (let visit = 0; visit < 2; visit++) {
      expect(await openWire(host.origin, pageHeaders(host.origin, session), session.key)).toBeInstanceOf(EngineClient);
      expect(await exchange(host.origin, '', pageHeaders(host.origin, session))).toMatchObject({ status: 200 });
    }
  });

  it('takes the key of a session with its own cookie only', async () => {
    const host = await testHost();
    const [mine, other] = [await newSession(host), await newSession(host)];
    const mixed = { cookie: mine.cookie, key: other.key };
    expect(await openWire(host.origin, pageHeaders(host.origin, mixed), mixed.key)).toBe(403);
    expect(await send(host.origin, 'GET', '/exports/a.csv', pageHeaders(host.origin, mixed))).toMatchObject({
      status: 401,
    });
  });

  it('serves nothing outside the page’s folder, however the path is encoded', async () => {
    const { origin } = await testHost();
    for (const path of [
      '/../portrait.js',
      '/..%2fportrait.js',
      '/%2e%2e/portrait.js',
      '/%2e%2e%2f%2e%2e%2fpackage.json',
      '/assets/../../portrait.js',
      '/..%5cportrait.js',
      '/%00',
      '/index.html%00.js',
      '/%ff',
      '//etc/passwd',
      '/etc/passwd',
    ]) {
      expect(await send(origin, 'GET', path), path).toMatchObject({ status: 404 });
    }
  });

  it('waits ten seconds for the body of a token exchange, and no longer', async () => {
    vi.useFakeTimers();
    onTestFinished(() => void vi.useRealTimers());
    const body = new PassThrough();
    body.write('{"token":');
    const token = expect(readToken(body)).rejects.toThrow('late');
    vi.advanceTimersByTime(10_000);
    await token;
    expect(body.destroyed).toBe(true);
  });

  it('answers known methods only', async () => {
    const { origin } = await testHost();
    for (const method of ['PUT', 'DELETE', 'OPTIONS', 'PATCH']) {
      expect(await send(origin, method, '/', { origin })).toMatchObject({ status: 405 });
    }
  });

  it('sends security headers with every response, errors included', async () => {
    const { origin } = await testHost();
    for (const path of ['/', '/nothing', '/exports/a.csv']) {
      const { headers } = await send(origin, 'GET', path);
      expect(headers).toMatchObject({
        'cross-origin-opener-policy': 'same-origin',
        'cross-origin-embedder-policy': 'require-corp',
        'cross-origin-resource-policy': 'same-origin',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'DENY',
        'referrer-policy': 'no-referrer',
      });
      const policy = String(headers['content-security-policy']);
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toContain('unsafe-eval');
      expect(policy).not.toMatch(/script-src[^;]*('unsafe-inline'|\*|https?:|data:|blob:)/);
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });
});
