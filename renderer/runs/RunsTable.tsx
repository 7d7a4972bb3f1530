import { Anchor, Badge, Checkbox, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { hashOf } from '../base/route.ts';
import { navigate } from '../base/use-route.ts';
import { DataTable } from '../components/DataTable.tsx';
import { VerdictBadge } from '../components/VerdictBadge.tsx';
import { EvaluationBadge } from './EvaluationBadge.tsx';
import { pageOf, type Run, runTitle } from './run-facts.ts';
import { StaleBadge } from './StaleBadge.tsx';
import { LINEAR_VERDICT_STYLES } from './verdict-styles.ts';

interface RunsTableProps {
  runs: readonly Run[];
  selected: string | null;
  /** IDs of the runs to compare. */
  comparedRuns: readonly string[];
  onComparedChange: (runs: string[]) => void;
}

/** Table of all runs; clicking a row opens the run, checkboxes select runs to compare. */
export function RunsTable({ runs, selected, comparedRuns, onComparedChange }: RunsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const ndcg = (run: Run) => run.evaluation?.metrics['ndcg@10'] ?? Number.NaN;
  const loss = (run: Run) => run.summary.validation.loss ?? Number.NaN;
  const toggle = (id: string, on: boolean) =>
    onComparedChange(on ? [...comparedRuns, id] : comparedRuns.filter((comparedId) => comparedId !== id));
  return (
    <DataTable
      label={t('runs.title')}
      rows={runs}
      rowKey={(run) => run.id}
      pageSize={10}
      selected={selected}
      onRowClick={(run) => navigate(pageOf(run), run.id)}
      columns={[
        {
          key: 'compare',
          header: t('runs.compare'),
          width: 84,
          cell: (run) => (
            <Checkbox
              aria-label={t('runs.compareRun', { run: run.id })}
              checked={comparedRuns.includes(run.id)}
              onClick={(event) => event.stopPropagation()}
              onChange={(event) => toggle(run.id, event.currentTarget.checked)}
            />
          ),
        },
        {
          key: 'run',
          header: t('terms.run'),
          cell: (run) => (
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
          ),
          sort: (run) => runTitle(run),
        },
        {
          key: 'kind',
          header: t('runs.kind'),
          cell: (run) => (
            <Badge variant="light" color="gray" tt="none" fw={500}>
              {t(`runs.kinds.${run.kind}`)}
            </Badge>
          ),
          sort: (run) => run.kind,
        },
        {
          key: 'verdict',
          header: t('terms.verdict'),
          cell: (run) =>
            run.rating ? (
              <VerdictBadge
                {...LINEAR_VERDICT_STYLES[run.rating.verdict]}
                text={t(`runs.badges.${run.rating.verdict}`)}
              />
            ) : (
              run.kind === 'behaviour' && <EvaluationBadge evaluation={run.evaluation} />
            ),
          sort: (run) => run.evaluation?.difference?.value ?? Number.NEGATIVE_INFINITY,
        },
        {
          key: 'ndcg',
          header: t('runs.ndcg'),
          cell: (run) => format.number(ndcg(run), 4),
          sort: ndcg,
          numeric: true,
        },
        {
          key: 'loss',
          header: t('training.validationLoss'),
          cell: (run) => format.number(loss(run), 3),
          sort: loss,
          numeric: true,
        },
        {
          key: 'duration',
          header: t('runs.duration'),
          cell: (run) => format.duration(run.summary.seconds),
          sort: (run) => run.summary.seconds,
          numeric: true,
        },
        {
          key: 'created',
          header: t('training.created'),
          cell: (run) => (
            <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
              {format.dateTime(run.created)}
            </Text>
          ),
          sort: (run) => run.created,
        },
      ]}
    />
  );
}
