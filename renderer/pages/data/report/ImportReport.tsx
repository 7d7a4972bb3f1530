import { SimpleGrid, Skeleton, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/import-records.ts';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { Completeness } from './Completeness.tsx';
import { LongTail } from './LongTail.tsx';
import { OverTime } from './OverTime.tsx';
import { RejectedSection } from './RejectedSection.tsx';
import { ShownIn } from './ShownIn.tsx';
import { SpreadCard } from './SpreadCard.tsx';
import { Steps } from './Steps.tsx';

type ReportedImport = Pick<ImportRecord, 'file' | 'steps' | 'rejected'> & { import: number };

/** Quality report of an import, its cleaning steps and its rejected rows. */
export function ImportReport({ record: of }: { record: ReportedImport }) {
  return (
    <Stack gap="lg">
      <Quality id={of.import} />
      <ShownIn />
      <Steps steps={of.steps} />
      <RejectedSection record={of} />
    </Stack>
  );
}

function Quality({ id }: { id: number }) {
  const { t } = useTranslation();
  const { data, error } = useCall('ingest.report', { import: id });
  if (!data) return error ? <ErrorNotice error={error} /> : <Skeleton height={320} />;
  const { report } = data;
  if (!report) return <Text c="dimmed">{t('data.report.none')}</Text>;
  const { eventsPerUser, items, eventsPerSession, sessionsPerUser } = report;
  const cards = [
    eventsPerUser && <SpreadCard key="user" quantity="perUser" spread={eventsPerUser} />,
    items && <LongTail key="items" items={items} />,
    eventsPerSession && <SpreadCard key="session" quantity="perSession" spread={eventsPerSession} />,
    sessionsPerUser && <SpreadCard key="sessions" quantity="sessionsPerUser" spread={sessionsPerUser} />,
  ].filter((card) => card !== null);
  return (
    <>
      {report.time && <OverTime time={report.time} />}
      <SimpleGrid cols={{ base: 1, md: cards.length === 3 ? 3 : 2 }} spacing="lg">
        {cards}
      </SimpleGrid>
      <Completeness report={report} />
    </>
  );
}
