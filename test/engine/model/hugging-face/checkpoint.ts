import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type NamedArray, readSafetensors, writeSafetensors } from '../../../../electron/engine/model/safetensors.ts';
import { testFolder } from '../../../support/folder.ts';

/**
 * A BERT with random weights and the outputs of transformers for it, written by `bench/support/hugging-face.py make`.
 */
export const TINY = fileURLToPath(new URL('../../../fixtures/tiny-bert/', import.meta.url));

export type Arrays = Record<string, NamedArray>;

export interface Change {
  readonly config?: (config: Record<string, unknown>) => Record<string, unknown>;
  readonly arrays?: (arrays: Arrays) => Arrays;
}

/** Copies the tiny BERT with changes. */
export function changed({ config, arrays }: Change): string {
  const folder = testFolder();
  cpSync(TINY, folder, { recursive: true });
  if (config) {
    const before = JSON.parse(readFileSync(join(folder, 'config.json'), 'utf8'));
    writeFileSync(join(folder, 'config.json'), JSON.stringify(config(before)));
  }
  if (arrays) {
    const file = join(folder, 'model.safetensors');
    writeSafetensors(file, arrays({ ...readSafetensors(file).arrays }), { format: 'pt' });
  }
  return folder;
}

export function renamed(arrays: Arrays, name: (name: string) => string | null): Arrays {
  return Object.fromEntries(
    Object.entries(arrays).flatMap(([before, array]): [string, NamedArray][] => {
      const after = name(before);
      return after === null ? [] : [[after, array]];
    }),
  );
}
