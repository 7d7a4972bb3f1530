import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errors } from '../../renderer/locales/zh/errors.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Every code that the engine's sources give an error, and those of `shared/`. */
function codesInSources(): Set<string> {
  const codes = new Set<string>();
  for (const folder of ['electron/engine', 'shared']) {
    for (const file of readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })) {
      if (!file.endsWith('.ts')) continue;
      for (const [, code] of readFileSync(join(root, folder, file), 'utf8').matchAll(/code: '([A-Z_]+)'/g))
        codes.add(code!);
    }
  }
  return codes;
}

/** Never shown: an unforeseen error has words of its own, and the others cannot reach a page that works. */
const UNSEEN = ['INTERNAL', 'EACCES', 'UNKNOWN_METHOD', 'WASM_MEMORY'];

describe('the engine’s errors', () => {
  it('are all said in Chinese too', () => {
    const missing = [...codesInSources()].filter((code) => !(code in errors) && !UNSEEN.includes(code));
    expect(missing).toEqual([]);
  });
});
