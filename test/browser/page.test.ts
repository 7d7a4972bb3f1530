import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import { pageFolder } from '../../electron/page/page-folder.ts';
import { receive, testHost } from './host.ts';

let script = '';
let plain: Buffer;

beforeAll(() => {
  const assets = join(pageFolder(), 'assets');
  const name = readdirSync(assets).find((file) => /^index-.*\.js$/.test(file)) ?? '';
  script = `/assets/${name}`;
  plain = readFileSync(join(assets, name));
});

describe('the page that the browser host serves', () => {
  it('is sent in the smallest form that the browser accepts, and is the same in each', async () => {
    const { origin } = await testHost();
    const br = await receive(origin, script, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(br.headers['content-encoding']).toBe('br');
    expect(brotliDecompressSync(br.body)).toEqual(plain);
    const gzip = await receive(origin, script, { 'accept-encoding': 'gzip;q=0.5, br;q=0' });
    expect(gzip.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(gzip.body)).toEqual(plain);
    for (const headers of [{}, { 'accept-encoding': 'identity' }, { 'accept-encoding': 'brotli, gzip; q=0.000' }]) {
      const answer = await receive(origin, script, headers);
      expect(answer.headers['content-encoding']).toBeUndefined();
      expect(answer.body).toEqual(plain);
    }
    expect(br.body.length).toBeLessThan(gzip.body.length);
    expect(gzip.body.length * 2).toBeLessThan(plain.length);
  });

  it('names its type, its length and what it depends on in each form', async () => {
    const { origin } = await testHost();
    for (const encoding of ['br', 'gzip', 'identity']) {
      const { headers, body } = await receive(origin, script, { 'accept-encoding': encoding });
      expect(headers).toMatchObject({
        'content-type': 'text/javascript; charset=utf-8',
        'content-length': String(body.length),
        'cache-control': 'private, max-age=31536000, immutable',
        vary: 'accept-encoding',
      });
    }
  });

  it('is asked for again at each visit, unlike the files whose names contain a hash', async () => {
    const { origin } = await testHost();
    const { headers } = await receive(origin, '/', {});
    expect(headers).toMatchObject({ 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' });
  });

  it('has no address for a compressed form', async () => {
    const { origin } = await testHost();
    for (const extension of ['.br', '.gz']) {
      expect((await receive(origin, script + extension, {})).status).toBe(404);
    }
  });
});
