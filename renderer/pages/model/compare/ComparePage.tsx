import { Alert, Skeleton, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Comparison } from '../../../../shared/contract/runs.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Page } from '../../../components/Page.tsx';
import { useJobQuery } from '../../../engine/use-job-query.ts';
import { CurvesPanel } from './CurvesPanel.tsx';
import { comparablePairs } from './comparable.ts';
import { DifferencesTable } from './DifferencesTable.tsx';
import { FactsTable } from './FactsTable.tsx';
import { MetricsPanel } from './MetricsPanel.tsx';
import { MovementPanel } from './MovementPanel.tsx';
import { PairsPanel } from './PairsPanel.tsx';

/** Side-by-side comparison of runs: pairwise differences, metrics, learning curves and settings. */
export function ComparePage({ runs }: { runs: readonly string[] }) {
  const { t } = useTranslation();
  const { answer, error } = useJobQuery('train.compare', { runs: [...runs] });
  return (
    <Page
      title={t('model.compare.title')}
      description={t('model.compare.description')}
      actions={<BackButton to="models" label={t('terms.allRuns')} />}
    >
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : answer ? (
        <ComparisonDetail comparison={answer} />
      ) : (
        <Skeleton height={640} />
      )}
    </Page>
  );
}

function ComparisonDetail({ comparison }: { comparison: Comparison }) {
  const { t } = useTranslation();
  const comparable = comparablePairs(comparison.pairs).length;
  const [first, second, more] = comparison.runs.toSorted((a, b) => a.created - b.created);
  return (
    <Stack gap="lg">
      {comparison.sameData !== true && (
        <Alert color="orange" icon={<IconAlertTriangle />} title={t('model.compare.otherData')}>
          <Text size="sm">
            {t(comparison.sameData === false ? 'model.compare.otherDataText' : 'model.compare.unknownDataText')}
          </Text>
        </Alert>
      )}
      {comparable < comparison.pairs.length && (
        <Alert
          color="orange"
          icon={<IconAlertTriangle />}
          title={t(comparable === 0 ? 'model.compare.noneComparable' : 'model.compare.someComparable')}
        >
          <Text size="sm">{t('model.compare.comparableText')}</Text>
        </Alert>
      )}
      {comparable > 0 && (
        <>
          <PairsPanel comparison={comparison} />
          <MetricsPanel comparison={comparison} />
        </>
      )}
      <CurvesPanel comparison={comparison} />
      {first && second && !more && <MovementPanel base={first.run} run={second.run} />}
      <FactsTable comparison={comparison} />
      <DifferencesTable comparison={comparison} />
    </Stack>
  );
}
