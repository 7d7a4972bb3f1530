import type { DataSize } from '../../../shared/domain/train-presets.ts';

/** Parts of a brief, in order. */
export type Part = 'examine' | 'import' | 'train' | 'evaluate' | 'profiles' | 'map' | 'describe';

export type ExpectedSeconds = Readonly<Record<Part, number>>;

/** Typical bytes per row and rows per user and item, used before the files are read. */
const TYPICAL = { bytesPerRow: 90, rowsPerUser: 8, rowsPerItem: 20 };

/** Quantities from which the duration is estimated. */
interface Work {
  /** Size of the files to import in bytes; 0 if there are none. */
  readonly bytes: number;
  readonly examines: boolean;
  /** Number of training events over all epochs. */
  readonly behaviours: number;
}

/**
 * Estimates the duration of each part on two cores, from rates measured on shops of 17,000 to 3,000,000 events. Only
 * the proportions matter: the remaining time is extrapolated from the pace so far.
 */
export function expectedSeconds(
  { bytes, examines, behaviours }: Work,
  { users, events, items }: DataSize,
): ExpectedSeconds {
  const rows = bytes / TYPICAL.bytesPerRow;
  return {
    examine: examines && bytes > 0 ? 1 + rows / 200_000 : 0,
    import: bytes > 0 ? 1 + rows / 250_000 : 0,
    train: behaviours > 0 ? 2 + Math.min(300, behaviours / 25_000) : 0,
    evaluate: behaviours > 0 ? 1 + events / 20_000 + (Math.min(users, 20_000) * items) / 1e8 : 0,
    profiles: behaviours > 0 ? 0.5 + events / 60_000 : 0,
    map: behaviours > 0 ? 1 + users / 1_500 : 0,
    describe: 1 + events / 100_000,
  };
}

/** Estimates the size of the data from the size of its files. */
export function guessedSize(bytes: number): DataSize {
  const events = bytes / TYPICAL.bytesPerRow;
  return { users: events / TYPICAL.rowsPerUser, events, items: events / TYPICAL.rowsPerItem };
}
