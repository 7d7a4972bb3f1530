import type { Input } from '../../../../shared/contract/index.ts';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';

/** A preview depends on all that was said of a file except its repeats. */
export function previewInput({ repeats: _, ...file }: ImportFile): Input<'ingest.preview'> {
  return file;
}
