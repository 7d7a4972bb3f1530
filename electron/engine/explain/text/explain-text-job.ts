import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { emptyText } from '../../text/classify-job.ts';
import { rateTexts } from '../../text/rate-texts.ts';
import { loadRatingRun } from '../../text/text-head.ts';
import { KeptModels } from '../model-cache.ts';
import { piecesOf, piecesRead, wordEffects } from './word-effects.ts';

const ratings = new KeptModels(loadRatingRun, 1);

/** Which words account for the rating of a text. Throws TEXT_EMPTY and the errors of `loadRatingRun`. */
export const explainTextJob: JobFunction<Parsed<'explain.text'>, Output<'explain.text'>> = async (
  { run: id, text },
  { workspace, progress, checkCancelled },
) => {
  if (text.trim() === '') throw emptyText(0);
  const rating = await ratings.of(workspace.path, id);
  const { run, classes } = rating;
  const pieces = piecesOf(text, bestSegmenter());
  const read = piecesRead(pieces, (some) => run.sequenceOf(some).segment.length, run.encoder.length);
  const { odds, effects } = wordEffects(pieces, read, classes.length, (texts) =>
    rateTexts(rating, texts, (share) => {
      checkCancelled();
      const done = Math.floor(share * texts.length);
      progress({ stage: 'explain.words', done, total: texts.length, unit: 'words' });
    }),
  );
  return { run: id, classes: [...classes], pieces, read, logOdds: odds, effects };
};
