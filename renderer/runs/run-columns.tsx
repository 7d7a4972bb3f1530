import { Anchor, Badge, Group, Text } from '@mantine/core';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { verdictOnDifference } from '../../shared/domain/difference-verdict.ts';
import type { Format } from '../base/format.ts';
import { hashOf } from '../base/route.ts';
import type { Column } from '../components/DataTable.tsx';
import { VerdictBadge } from '../components/VerdictBadge.tsx';
import { compareToBaseline } from './compare-to-baseline.ts';
import { EvaluationBadge } from './EvaluationBadge.tsx';
import { isBehaviourRun, pageOf, type Run, runTitle } from './run-facts.ts';
import { StaleBadge } from './StaleBadge.tsx';
import { LINEAR_VERDICT_STYLES } from './verdict-styles.ts';

/** Returns the columns of the table of runs. */
export function runColumns(t: TFunction, format: Format): Column<Run>[] {
  const ndcg = (run: Run) => run.evaluation?.metrics['ndcg@10'] ?? Number.NaN;
  const loss = (run: Run) => run.summary.validation.loss ?? Number.NaN;
  const figure = (key: string, header: string, value: (run: Run) => number, text: (value: number) => string) => ({
    ...{ key, header, sort: value, numeric: true },
    cell: (run: Run) => text(value(run)),
  });
  return [
    { key: 'run', header: t('terms.run'), cell: (run) => <RunLink run={run} />, sort: runTitle },
    {
      key: 'kind',
      header: t('runs.kind'),
      cell: ({ kind }) => (
        <Badge variant="light" color="gray" tt="none" fw={500} miw="max-content">
          {t(`runs.kinds.${kind}`)}
        </Badge>
      ),
      sort: ({ kind }) => kind,
    },
    {
      key: 'verdict',
      header: t('terms.verdict'),
      cell: (run) =>
        run.rating ? (
          <RatingBadge difference={run.rating.difference} />
        ) : (
          isBehaviourRun(run) && <EvaluationBadge evaluation={run.evaluation} />
        ),
      sort: ({ evaluation }) => evaluation?.difference?.value ?? Number.NEGATIVE_INFINITY,
      exported: (run) => verdictText(t, run),
    },
    figure('ndcg', t('runs.ndcg'), ndcg, (value) => format.number(value, 4)),
    figure('loss', t('training.validationLoss'), loss, (value) => format.number(value, 3)),
    figure('duration', t('runs.duration'), ({ summary }) => summary.seconds, format.duration),
    {
      key: 'created',
      header: t('training.created'),
      cell: ({ created }) => (
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {format.dateTime(created)}
        </Text>
      ),
      sort: ({ created }) => created,
    },
  ];
}

function verdictText(t: TFunction, { rating, evaluation }: Run): string {
  if (rating) return t(`runs.badges.${verdictOnDifference(rating.difference)}`);
  return evaluation ? t(`runs.short.${compareToBaseline(evaluation).better}`) : '';
}

function RatingBadge({ difference }: { difference: NonNullable<Run['rating']>['difference'] }) {
  const { t } = useTranslation();
  const verdict = verdictOnDifference(difference);
  return <VerdictBadge {...LINEAR_VERDICT_STYLES[verdict]} text={t(`runs.badges.${verdict}`)} />;
}

function RunLink({ run }: { run: Run }) {
  return (
    <Group gap="xs" wrap="nowrap">
      <Anchor
        size="sm"
        fw={500}
        c="var(--mantine-color-text)"
        href={hashOf(pageOf(run), run.id)}
        onClick={(event) => event.stopPropagation()}
        style={{ whiteSpace: 'nowrap' }}
      >
        {runTitle(run)}
      </Anchor>
      <StaleBadge run={run} />
    </Group>
  );
}
