import type { Input } from '../../../../shared/contract/index.ts';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';

/** A preview depends on all that was said of a file except what happens to its rows. */
export function previewInput({ repeats: _r, key: _k, privacy: _p, ...file }: ImportFile): Input<'ingest.preview'> {
  return file;
}
