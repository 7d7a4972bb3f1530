import { Checkbox } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { navigate } from '../base/use-route.ts';
import { type Column, DataTable } from '../components/DataTable.tsx';
import { runColumns } from './run-columns.tsx';
import { pageOf, type Run } from './run-facts.ts';

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
  const toggle = (id: string, on: boolean) =>
    onComparedChange(on ? [...comparedRuns, id] : comparedRuns.filter((comparedId) => comparedId !== id));
  const compareColumn: Column<Run> = {
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
  };
  return (
    <DataTable
      label={t('runs.title')}
      rows={runs}
      rowKey={(run) => run.id}
      pageSize={10}
      selected={selected}
      onRowClick={(run) => navigate(pageOf(run), run.id)}
      columns={[compareColumn, ...runColumns(t, format)]}
    />
  );
}
