import { Button, Code, Group, Paper, Skeleton, Stack, Table, Text, Title } from '@mantine/core';
import { IconFileDescription } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RunRecord } from '../../shared/contract/runs.ts';
import { baseName } from '../base/base-name.ts';
import { useFormat } from '../base/format.ts';
import { isReportable, messageOf } from '../base/message-of.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { ExportNotice } from '../components/ExportNotice.tsx';
import { TableExport } from '../components/TableExport.tsx';
import { useAction } from '../engine/use-action.ts';
import { call, useCall } from '../engine/use-call.ts';
import type { Run } from './run-facts.ts';

/** Facts needed to reproduce a run, and the button that exports the run's record as a file. */
export function RecordPanel({ run: { id: run, kind, rating } }: { run: Run }) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.record', { run });
  const saving = useAction(async () => baseName((await call('train.exportRecord', { run })).file));
  const unexpected = error !== null && isReportable(error);
  const absence = error !== null && !unexpected ? messageOf(error, t) : null;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('runs.record')}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Stack gap={2}>
            <Title order={2}>{t('runs.record')}</Title>
            <Text size="sm" c="dimmed">
              {absence ? `${absence.message} ${absence.hint}` : t('runs.recordText')}
            </Text>
          </Stack>
          {data && (
            <Button
              size="xs"
              variant="default"
              flex="none"
              loading={saving.busy}
              onClick={() => void saving.start()}
              leftSection={<IconFileDescription size={15} aria-hidden />}
            >
              {t('runs.recordSave')}
            </Button>
          )}
        </Group>
        {unexpected && <ErrorNotice error={error} />}
        {saving.error !== null && <ErrorNotice error={saving.error} />}
        {saving.done !== undefined && (
          <ExportNotice
            title={t('runs.recordSaved')}
            text={t('runs.recordHas', { file: saving.done })}
            name={saving.done}
          />
        )}
        {!data && !error && <Skeleton height={200} />}
        {data && <Facts record={data} of={rating ? 'rating' : kind} />}
      </Stack>
    </Paper>
  );
}

function Facts({ record, of }: { record: RunRecord; of: 'behaviour' | 'text' | 'rating' }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, seed, portrait, node, platform, backend, command } = record;
  const rows = [
    ['data', data.hash],
    ['seen', t(`runs.seen.${of}`, { events: format.number(data.events), users: format.number(data.users) })],
    ['imports', data.imports.map(({ file }) => baseName(file)).join(', ')],
    ['seed', format.number(seed)],
    ['version', portrait],
    ['platform', `${backend} · Node ${node} · ${platform}`],
    ['command', command],
  ] as const;
  return (
    <Group gap={0} align="flex-start" wrap="nowrap">
      <Table aria-label={t('runs.record')} verticalSpacing={4}>
        <Table.Tbody>
          {rows.map(([name, value]) => (
            <Table.Tr key={name}>
              <Table.Th w={200} fw={400} c="dimmed">
                {t(`runs.facts.${name}`)}
              </Table.Th>
              <Table.Td style={{ overflowWrap: 'anywhere' }}>
                {name === 'data' || name === 'command' ? <Code>{value}</Code> : value}
              </Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <TableExport
        label={t('runs.record')}
        header={[t('runs.fact'), t('runs.value')]}
        rows={() => rows.map(([name, value]) => [t(`runs.facts.${name}`), value])}
      />
    </Group>
  );
}
