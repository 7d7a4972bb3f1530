import type { Output, Parsed } from '../../../shared/contract/index.ts';
import type { JobFunction } from '../jobs/context.ts';
import { textCounts, textRatings } from '../store/events/texts.ts';

/** Which texts the workspace has, and how they are rated. */
export const surveyJob: JobFunction<Parsed<'text.survey'>, Output<'text.survey'>> = async (_input, { workspace }) => ({
  actions: textCounts(workspace.db).map((counts) => ({ ...counts, ratings: textRatings(workspace.db, counts.action) })),
});
