import type { ImportRecord } from '../../../shared/contract/import-records.ts';
import { DAY } from './day.ts';

/** An import after the training of the runs. */
export const laterImport: ImportRecord = {
  import: 2,
  file: 'events-april.csv',
  sha256: '51ab02',
  kind: 'events',
  timeKind: 'clock',
  mapping: { user: 'user_id', item: 'item_id', time: 'time' },
  preset: null,
  synthetic: false,
  imported: DAY + 86_400_000,
  rows: 8200,
  events: 8154,
  rejected: 12,
  duplicates: 34,
  metadataRows: 0,
  dropped: 0,
  replaced: 0,
  source: { format: 'text', encoding: 'utf-8', compression: 'none', inner: null },
  steps: [],
  privacy: [],
  seconds: 1.2,
};
