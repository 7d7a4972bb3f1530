import type { Output } from '../../../../shared/contract/index.ts';
import { ClusterCard } from './ClusterCard.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { ExpectedCard } from './ExpectedCard.tsx';
import { InterestsCard } from './InterestsCard.tsx';
import { NextItemsCard } from './NextItemsCard.tsx';
import classes from './portrait.module.css';
import { RhythmCard } from './RhythmCard.tsx';
import { SimilarCard } from './SimilarCard.tsx';
import { TermsCard } from './TermsCard.tsx';
import { TraitsCard } from './TraitsCard.tsx';

/** The portrait of a user as cards. */
export function Portrait({ data }: { data: Output<'profile.user'> }) {
  return (
    <div className={classes.cards}>
      <CustomerCard customer={data.customer} frequency={data.measures.frequency.value ?? 0} />
      {data.customer && <ExpectedCard value={data.value} />}
      <TermsCard {...data} />
      <TraitsCard {...data} />
      <InterestsCard {...data} />
      {data.run !== null && <NextItemsCard user={data.user} run={data.run} />}
      <RhythmCard data={data} />
      <ClusterCard {...data} />
      <SimilarCard nearest={data.nearest} />
    </div>
  );
}
