import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import { DEFAULT_RANGES, rangeErrors } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import type { JobFunction } from '../../jobs/context.ts';
import { startBackend } from '../../model/backends/index.ts';
import { dataChanged } from '../../runs/data-changed.ts';
import { dataHash } from '../../runs/data-hash.ts';
import { removeRunFolder } from '../../runs/run-files.ts';
import { type Dataset, heldOutCases, readDataset } from '../dataset.ts';
import { badRange } from './bad-range.ts';
import { drawTrial } from './draw.ts';
import { keepBest } from './keep-best.ts';
import { runBrackets } from './run-brackets.ts';
import { hasResults, nextSearch, readSearch, repairTrials, type SearchFile, writeSearch } from './search-files.ts';

/**
 * Trains with settings drawn from ranges for some minutes and saves the best trial as a run. Trials are recorded one by
 * one, so an interrupted search resumes with what it has; one without a trial or a checkpoint leaves nothing. Trials see training and validation data only. Throws
 * BAD_RANGE, NOTHING_HELD_OUT, SEARCH_FAILED, DATA_CHANGED and the errors of a training.
 */
export const searchJob: JobFunction<Parsed<'train.search'>, Output<'train.search'>> = async (input, context) => {
  const { path, db } = context.workspace;
  await startBackend();
  const search = context.resumeState.search ?? nextSearch(path);
  const existingSearch = readSearch(path, search);
  const config = existingSearch?.config ?? TrainConfig.parse(input.config);
  const dataset = readDataset(db, config);
  const data = dataHash(db, dataset.histories);
  if (existingSearch && existingSearch.data !== data) throw dataChanged(search);
  const file = existingSearch ?? newSearch(input, config, dataset, data);
  context.saveResumeState({ search });
  try {
    writeSearch(path, search, file);
    repairTrials(path, search);
    return await keepBest(
      search,
      file.run === null ? await runBrackets(search, file, dataset, context) : file,
      context,
    );
  } catch (error) {
    if (!hasResults(path, search)) {
      removeRunFolder(path, search);
      context.saveResumeState({ search: null });
    }
    throw error;
  }
};

function newSearch(
  { method, minutes, seed, ranges: requestedRanges }: Parsed<'train.search'>,
  config: TrainConfig,
  dataset: Dataset,
  data: string,
): SearchFile {
  const ranges = Object.keys(requestedRanges).length > 0 ? requestedRanges : DEFAULT_RANGES;
  const [firstError, ...otherErrors] = rangeErrors(ranges);
  if (firstError) throw badRange(firstError, otherErrors);
  if (drawTrial(ranges, config, seed, 1, []) === null) throw badRange({ variant: 'heads', setting: 'width' });
  if (heldOutCases(dataset, 'validation', 1).length === 0) throw nothingHeldOut();
  return { created: Date.now(), method, minutes, seed, config, ranges, data, brackets: [], best: null, run: null };
}

function nothingHeldOut(): PortraitError {
  return new PortraitError({
    code: 'NOTHING_HELD_OUT',
    message: 'No user has three different items, so trials cannot be compared.',
    hint: 'Import longer histories, or events with items.',
    details: { variant: 'trials' },
  });
}
