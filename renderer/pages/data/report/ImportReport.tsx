import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/ingest.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { Completeness } from './Completeness.tsx';
import { LongTail } from './LongTail.tsx';
import { OverTime } from './OverTime.tsx';
import { Rejected } from './RejectedSection.tsx';
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
  const { eventsPerUser, items, eventsPerSession, sessionsPerUser } = report;
  const cards = [
    eventsPerUser && <SpreadCard key="user" of="perUser" spread={eventsPerUser} />,
    items && <LongTail key="items" items={items} />,
    eventsPerSession && <SpreadCard key="session" of="perSession" spread={eventsPerSession} />,
    sessionsPerUser && <SpreadCard key="sessions" of="sessionsPerUser" spread={sessionsPerUser} />,
  ].filter((card) => card !== null);
  return (
    <>
      {report.time && <OverTime time={report.time} />}
      <SimpleGrid cols={cards.length === 3 ? 3 : 2} spacing="lg">
        {cards}
      </SimpleGrid>
      <Completeness report={report} />
    </>
  );
}
