import type { BaseDetails, CustomerBase } from '../../../shared/contract/base.ts';
import { ChangeCard } from './ChangeCard.tsx';
import { CohortsCard } from './CohortsCard.tsx';
import { ConcentrationCard, DecilesCard } from './ConcentrationCard.tsx';
import classes from './customers.module.css';
import { ForecastCard } from './ForecastCard.tsx';
import { MovesCard } from './MovesCard.tsx';
import { RfmGridCard, RfmGroupsCard } from './RfmCards.tsx';
import { StagesCard } from './StagesCard.tsx';
import { Summary } from './Summary.tsx';

interface BaseReportProps {
  base: CustomerBase;
  details: BaseDetails;
}

/** Sentences about all customers, then the figures. */
export function BaseReport({ base, details }: BaseReportProps) {
  const { rfm, stages, concentration, cohorts, change, forecast, noForecast } = details;
  const hasMoney = base.withMoney > 0;
  return (
    <>
      <Summary base={base} details={details} />
      <div className={classes.cards}>
        <ChangeCard change={change} hasMoney={hasMoney} />
        <RfmGridCard rfm={rfm} customers={base.customers} />
        <RfmGroupsCard rfm={rfm} base={base} />
        <StagesCard stages={stages} base={base} />
        {stages && stages.months.length > 1 && <MovesCard stages={stages} />}
        <ConcentrationCard concentration={concentration} />
        {concentration && <DecilesCard concentration={concentration} base={base} />}
        <ForecastCard forecast={forecast} noForecast={noForecast} />
      </div>
      <CohortsCard cohorts={cohorts} hasMoney={hasMoney} />
    </>
  );
}
