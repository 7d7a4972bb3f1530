import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from '../jobs/context.ts';
import { textCounts, textRatings } from '../store/events/texts.ts';

/** Counts the workspace's texts by action and lists their ratings. */
export const textStatisticsJob: JobFunction<Parsed<'text.survey'>, Output<'text.survey'>> = async (
  _input,
  { workspace },
) => ({
  actions: textCounts(workspace.db).map((counts) => ({ ...counts, ratings: textRatings(workspace.db, counts.action) })),
});
