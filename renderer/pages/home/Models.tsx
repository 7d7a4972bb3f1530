import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { EvaluationBadge } from '../../runs/EvaluationBadge.tsx';
import { isBehaviourRun, pageOf, type Run, runTitle } from '../../runs/run-facts.ts';
import { Panel } from './Panel.tsx';
import { RowFact, RowLink } from './RowText.tsx';

/** The newest models, with the comparison of behaviour models to the baselines. */
export function Models({ runs }: { runs: readonly Run[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('app.models')}
      href={hashOf('models')}
      all={t('home.allModels')}
      empty={t('home.noModels')}
      rows={runs}
      rowKey={({ id }) => id}
    >
      {(run) => (
        <>
          <RowLink href={hashOf(pageOf(run), run.id)} name={runTitle(run)} />
          <RowFact text={format.dateTime(run.created)} />
          {isBehaviourRun(run) && <EvaluationBadge evaluation={run.evaluation} />}
        </>
      )}
    </Panel>
  );
}
