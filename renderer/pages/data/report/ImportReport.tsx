import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/ingest.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { Completeness } from './Completeness.tsx';
import { LongTail } from './LongTail.tsx';
import { OverTime } from './OverTime.tsx';
import { Rejected } from './Rejected.tsx';
import { SpreadCard } from './SpreadCard.tsx';
import { Steps } from './Steps.tsx';

type Reported = Pick<ImportRecord, 'file' | 'steps' | 'rejected'> & { import: number };

/** What is known of an import's quality, and what of it was set aside. */
export function ImportReport({ of }: { of: Reported }) {
  return (
    <Stack gap="lg">
      <Quality id={of.import} />
      <Steps steps={of.steps} />
      <Rejected of={of} />
    </Stack>
  );
}

function Quality({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data, error } = useCall('ingest.report', { import: id });
  if (!data) return error ? <ErrorNotice error={error} /> : <Skeleton height={320} />;
  const { report } = data;
  if (!report) return <Text c="dimmed">{t('report.none')}</Text>;
  return (
    <>
      {report.time && <OverTime time={report.time} />}
      <SimpleGrid cols={2} spacing="lg">
        {report.eventsPerUser && <SpreadCard of="perUser" spread={report.eventsPerUser} />}
        {report.items && <LongTail items={report.items} />}
        {report.eventsPerSession && <SpreadCard of="perSession" spread={report.eventsPerSession} />}
        {report.sessionsPerUser && <SpreadCard of="sessionsPerUser" spread={report.sessionsPerUser} />}
      </SimpleGrid>
      <Completeness report={report} />
    </>
  );
}
