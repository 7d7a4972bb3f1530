import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { bestSegmenter } from '../../sequence/text/segmenter.ts';
import { emptyText } from '../../text/classify-job.ts';
import { rateTexts } from '../../text/rate-texts.ts';
import { loadRatingRun } from '../../text/text-head.ts';
import { ModelCache } from '../model-cache.ts';
import { countFittingPieces, piecesOf, wordEffects } from './word-effects.ts';

const ratingModels = new ModelCache(loadRatingRun, 1);

/**
 * Computes how much each word contributes to a text's predicted rating. Throws TEXT_EMPTY and the errors of
 * `loadRatingRun`.
 */
export const explainTextJob: JobFunction<Parsed<'explain.text'>, Output<'explain.text'>> = async (
  { run: id, text },
  { workspace, progress, checkCancelled },
) => {
  if (text.trim() === '') throw emptyText(0);
  const ratingModel = await ratingModels.get(workspace.path, id);
  const { run, classes } = ratingModel;
  const pieces = piecesOf(text, bestSegmenter());
  const readCount = countFittingPieces(pieces, (prefix) => run.sequenceOf(prefix).segment.length, run.encoder.length);
  const { odds, effects } = wordEffects(pieces, readCount, classes.length, (texts) =>
    rateTexts(ratingModel, texts, (share) => {
      checkCancelled();
      const done = Math.floor(share * texts.length);
      progress({ stage: 'explain.words', done, total: texts.length, unit: 'words' });
    }),
  );
  return { run: id, classes: [...classes], pieces, piecesRead: readCount, logOdds: odds, effects };
};
