import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { errors } from '../../renderer/locales/zh/errors.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** Returns every error code in the sources of the engine and of `shared/`. */
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

/** Errors without a translation: `INTERNAL` has its own text, and the others never reach a working page. */
const UNTRANSLATED = ['INTERNAL', 'EACCES', 'UNKNOWN_METHOD', 'WASM_MEMORY'];

describe('the engine’s errors', () => {
  it('have Chinese texts', () => {
    const missing = [...codesInSources()].filter((code) => !(code in errors) && !UNTRANSLATED.includes(code));
    expect(missing).toEqual([]);
  });
});
