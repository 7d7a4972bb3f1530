import { Alert, Badge, Button, Group, Paper, Skeleton, Stack, Text, Title } from '@mantine/core';
import { IconAlertTriangle, IconRefresh, IconStethoscope } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Examination, Problem } from '../../../../shared/contract/examine.ts';
import { useFormat } from '../../../base/format.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { JobStatus } from '../../../components/JobStatus.tsx';
import { AUTO_EXAMINE_BYTES, useExamination } from '../import/use-examination.ts';
import { Counts } from '../report/Counts.tsx';

interface DoctorPanelProps {
  /** Whether every file can be imported as it is mapped. */
  ready: boolean;
  /** Total size of all files in bytes. */
  bytes: number;
}

/**
 * The import doctor: progress of the examination, number of problems by severity, and expected result of the import.
 */
export function DoctorPanel({ ready, bytes }: DoctorPanelProps) {
  const { t } = useTranslation();
  const { job, active, result, current, error, start } = useExamination();
  return (
    <Paper withBorder p="lg" component="section" aria-label={t('data.doctor.title')}>
      <Stack gap="md">
        <Group justify="space-between" wrap="nowrap">
          <Group gap="sm">
            <IconStethoscope size={20} stroke={1.6} aria-hidden />
            <Title order={2}>{t('data.doctor.title')}</Title>
            {result && <SeverityCounts examination={result} />}
          </Group>
          {!active && (
            <Button
              variant={result && !current ? 'filled' : 'default'}
              disabled={!ready}
              onClick={start}
              leftSection={<IconRefresh size={16} aria-hidden />}
            >
              {t(result ? 'data.doctor.again' : 'data.doctor.start')}
            </Button>
          )}
        </Group>
        {error !== null && <ErrorNotice error={error} />}
        <JobStatus job={job} />
        {active && !result && <Skeleton height={96} />}
        {result ? (
          <>
            {!current && !active && (
              <Alert color="orange" icon={<IconAlertTriangle />} title={t('data.doctor.outdated')} role="status">
                {t('data.doctor.outdatedText')}
              </Alert>
            )}
            <ExpectedResult examination={result} />
          </>
        ) : (
          !active &&
          job?.state !== 'failed' && (
            <Text size="sm" c="dimmed">
              {t(ready && bytes > AUTO_EXAMINE_BYTES ? 'data.doctor.offered' : 'data.doctor.waiting')}
            </Text>
          )
        )}
      </Stack>
    </Paper>
  );
}

const SEVERITIES = [
  ['error', 'data.doctor.errors', 'red'],
  ['warning', 'data.doctor.warnings', 'orange'],
  ['note', 'data.doctor.notes', 'gray'],
] as const;

function SeverityCounts({ examination }: { examination: Examination }) {
  const { t } = useTranslation();
  const problems = examination.files.flatMap((file) => file.problems);
  const countOf = (severity: Problem['severity']) => problems.filter((problem) => problem.severity === severity).length;
  return (
    <Group gap="xs">
      {SEVERITIES.map(
        ([severity, text, colour]) =>
          countOf(severity) > 0 && (
            <Badge key={severity} variant="light" color={colour} tt="none" size="lg">
              {t(text, { count: countOf(severity) })}
            </Badge>
          ),
      )}
      {problems.length === 0 && (
        <Badge variant="light" color="teal" tt="none" size="lg">
          {t('data.doctor.fine')}
        </Badge>
      )}
    </Group>
  );
}

function ExpectedResult({ examination: { result, seconds } }: { examination: Examination }) {
  const { t } = useTranslation();
  const format = useFormat();
  if (!result) return <Text size="sm">{t('data.doctor.impossible')}</Text>;
  return (
    <Stack gap="xs">
      <Text size="sm" c="dimmed">
        {t('data.doctor.wouldText', { rows: format.number(result.rows), seconds: format.duration(seconds) })}
      </Text>
      <Counts counts={{ ...result, seconds: null }} />
    </Stack>
  );
}
