import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../app/format.ts';
import { Figure } from '../../../components/Figure.tsx';

type Counted = Pick<
  ImportRecord,
  'rows' | 'events' | 'duplicates' | 'rejected' | 'described' | 'dropped' | 'replaced'
> & {
  /** How long it took; null where that says nothing. */
  seconds: number | null;
};

const PARTS = ['events', 'described', 'duplicates', 'dropped', 'rejected'] as const;

/** What became of each row: all of them add up. */
export function Counts({ counts }: { counts: Counted }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = PARTS.filter((part) => part === 'events' || counts[part] > 0);
  const sum = parts.map((part) => `${format.number(counts[part])} ${t(`report.parts.${part}`)}`).join(' + ');
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 4, xl: counts.seconds === null ? 7 : 8 }} spacing="md">
        <Figure label={t('report.rows')} value={format.number(counts.rows)} help={t('importing.rowsHelp')} />
        <Figure label={t('report.events')} value={format.number(counts.events)} />
        <Figure
          label={t('report.described')}
          value={format.number(counts.described)}
          help={t('importing.describedHelp')}
        />
        <Figure
          label={t('report.duplicates')}
          value={format.number(counts.duplicates)}
          help={t('importing.duplicatesHelp')}
        />
        <Figure label={t('report.dropped')} value={format.number(counts.dropped)} help={t('report.droppedHelp')} />
        <Figure label={t('report.rejected')} value={format.number(counts.rejected)} help={t('report.rejectedHelp')} />
        <Figure label={t('report.replaced')} value={format.number(counts.replaced)} help={t('report.replacedHelp')} />
        {counts.seconds !== null && <Figure label={t('report.seconds')} value={format.duration(counts.seconds)} />}
      </SimpleGrid>
      {counts.rows > 0 && (
        <Text size="sm" c="dimmed">
          {t('report.balance', { rows: format.number(counts.rows), sum })}
        </Text>
      )}
    </Stack>
  );
}
