import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Input } from '../../../../shared/contract/index.ts';

/**
 * Returns the options that a preview depends on: all except `repeats`, `key` and `privacy`, which affect only the rows
 * imported.
 */
export function previewInput({ repeats: _r, key: _k, privacy: _p, ...file }: ImportFile): Input<'ingest.preview'> {
  return file;
}
