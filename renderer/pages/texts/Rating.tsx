import type { Run } from '../../runs/run-facts.ts';
import { LearnRatings } from './LearnRatings.tsx';
import { RateText } from './RateText.tsx';
import { RatingVerdict } from './RatingVerdict.tsx';

/** Rating accuracy of a run and a form that rates a text; for a run not trained on ratings, a link to that training. */
export function Rating({ run: { id, rating } }: { run: Run }) {
  if (!rating) return <LearnRatings run={id} />;
  return (
    <>
      <RatingVerdict rating={rating} />
      <RateText run={id} />
    </>
  );
}
