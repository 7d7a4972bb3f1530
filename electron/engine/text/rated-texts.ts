import type { Database } from 'better-sqlite3';
import { PortraitError } from '../../../shared/errors.ts';
import type { Labels } from '../finetune/labels/labels.ts';
import { readTexts } from '../store/events/texts.ts';
import { noTexts } from './new-text-run.ts';

/** Texts and the class of each: its rating. */
export interface RatedTexts {
  readonly texts: readonly string[];
  readonly labels: Extract<Labels, { kind: 'classes' }>;
}

const FEWEST = 20;
const MOST_CLASSES = 10;

/** Texts that have a rating. Throws NO_TEXTS, and RATINGS_NEEDED where too few have one or they are not a few classes. */
export function ratedTexts(db: Database, actions: readonly string[] | null): RatedTexts {
  const all = readTexts(db, actions);
  if (all.texts.length === 0) throw noTexts(db, actions);
  const rows = [...all.ratings.keys()].filter((row) => !Number.isNaN(all.ratings[row]!));
  const ratings = rows.map((row) => all.ratings[row]!);
  const classes = [...new Set(ratings)].sort((a, b) => a - b);
  if (rows.length < FEWEST) throw ratingsNeeded(`${rows.length} texts have a rating, of at least ${FEWEST}.`);
  if (classes.length < 2) throw ratingsNeeded(`All texts have the rating ${classes[0]}.`);
  if (classes.length > MOST_CLASSES)
    throw ratingsNeeded(`There are ${classes.length} different ratings, of at most ${MOST_CLASSES}.`);
  return {
    texts: rows.map((row) => all.texts[row]!),
    labels: {
      kind: 'classes',
      names: classes.map(String),
      of: Int32Array.from(ratings, (one) => classes.indexOf(one)),
    },
  };
}

function ratingsNeeded(message: string): PortraitError {
  return new PortraitError({
    code: 'RATINGS_NEEDED',
    message,
    hint: 'Import texts with a rating each, such as 0 or 1, or one to five stars, as in rating=COLUMN.',
  });
}
