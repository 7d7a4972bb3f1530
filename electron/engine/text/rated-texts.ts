import type { Database } from 'better-sqlite3';
import { RATING_LIMITS } from '../../../shared/domain/rating-limits.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { Labels } from '../finetune/labels/labels.ts';
import { readTexts } from '../store/events/texts.ts';
import { noTexts } from './new-text-run.ts';

/** Texts, with their ratings as classes. */
export interface RatedTexts {
  readonly texts: readonly string[];
  readonly labels: Extract<Labels, { kind: 'classes' }>;
}

/**
 * Reads the texts that have a rating. Throws NO_TEXTS, and RATINGS_NEEDED if their number or that of different ratings is
 * outside `RATING_LIMITS`.
 */
export function ratedTexts(db: Database, actions: readonly string[] | null): RatedTexts {
  const allTexts = readTexts(db, actions);
  if (allTexts.texts.length === 0) throw noTexts(db, actions);
  const rows = [...allTexts.ratings.keys()].filter((row) => !Number.isNaN(allTexts.ratings[row]!));
  const ratings = rows.map((row) => allTexts.ratings[row]!);
  const classes = [...new Set(ratings)].sort((a, b) => a - b);
  if (rows.length < RATING_LIMITS.minTexts) throw ratingsNeeded('texts', rows.length, RATING_LIMITS.minTexts);
  if (classes.length < RATING_LIMITS.minRatings) {
    throw ratingsNeeded('same', classes[0] ?? 0, RATING_LIMITS.minRatings);
  }
  if (classes.length > RATING_LIMITS.maxRatings)
    throw ratingsNeeded('classes', classes.length, RATING_LIMITS.maxRatings);
  return {
    texts: rows.map((row) => allTexts.texts[row]!),
    labels: {
      kind: 'classes',
      names: classes.map(String),
      values: Int32Array.from(ratings, (rating) => classes.indexOf(rating)),
    },
  };
}

const problems = {
  texts: (value: number, limit: number) => `Only ${value} texts have a rating; at least ${limit} are needed.`,
  same: (value: number) => `All texts have the rating ${value}.`,
  classes: (value: number, limit: number) => `There are ${value} different ratings; at most ${limit} are supported.`,
};

function ratingsNeeded(variant: keyof typeof problems, value: number, limit: number): PortraitError {
  return new PortraitError({
    code: 'RATINGS_NEEDED',
    message: problems[variant](value, limit),
    details: { variant, value, limit },
    hint: 'Import texts with ratings, such as 0 and 1, or one to five stars, and map their column to rating.',
  });
}
