import type { Run } from '../../runs/run-facts.ts';
import { LearnRatings } from './LearnRatings.tsx';
import { RateText } from './RateText.tsx';
import { RatingVerdict } from './RatingVerdict.tsx';

/** How well a run rates texts, and the form that rates one; for a run that has learnt no ratings, how to learn them. */
export function Rating({ run: { id, rating } }: { run: Run }) {
  if (!rating) return <LearnRatings run={id} />;
  return (
    <>
      <RatingVerdict rating={rating} />
      <RateText run={id} />
    </>
  );
}
