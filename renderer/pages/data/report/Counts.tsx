import { SimpleGrid, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/import-records.ts';
import { useFormat } from '../../../base/format.ts';
import { Figure } from '../../../components/Figure.tsx';

type ImportCounts = Pick<
  ImportRecord,
  'rows' | 'events' | 'duplicates' | 'rejected' | 'metadataRows' | 'dropped' | 'replaced'
> & {
  /** Duration of the import; null to hide it. */
  seconds: number | null;
};

const PARTS = ['events', 'metadataRows', 'duplicates', 'dropped', 'rejected'] as const;

/**
 * Row counts of an import by outcome, which add up to all rows. Counts that are usually zero are shown only if
 * positive.
 */
export function Counts({ counts }: { counts: ImportCounts }) {
  const { t } = useTranslation();
  const format = useFormat();
  const parts = PARTS.filter((part) => counts[part] > 0);
  const sum = parts.map((part) => t(`data.report.parts.${part}`, { count: counts[part] })).join(' + ');
  const helps = {
    metadataRows: t('data.metadataRowsHelp'),
    dropped: t('data.report.droppedHelp'),
    duplicates: t('data.duplicatesHelp'),
    rejected: t('data.report.rejectedHelp'),
    replaced: t('data.report.replacedHelp'),
  };
  const figure = (key: keyof typeof helps) => ({
    label: t(`data.report.${key}`),
    value: format.number(counts[key]),
    help: helps[key],
  });
  const shown: { label: string; value: string; help?: string }[] = [
    { label: t('data.report.rows'), value: format.number(counts.rows), help: t('data.rowsHelp') },
    ...(counts.events > 0 || counts.metadataRows === 0
      ? [{ label: t('data.report.events'), value: format.number(counts.events) }]
      : []),
    ...(counts.metadataRows > 0 ? [figure('metadataRows')] : []),
    figure('duplicates'),
    ...(counts.dropped > 0 ? [figure('dropped')] : []),
    figure('rejected'),
    ...(counts.replaced > 0 ? [figure('replaced')] : []),
    ...(counts.seconds === null ? [] : [{ label: t('data.report.seconds'), value: format.duration(counts.seconds) }]),
  ];
  return (
    <Stack gap="xs">
      <SimpleGrid cols={{ base: 2, xs: 3, md: shown.length }} spacing="md">
        {shown.map(({ label, value, help }) => (
          <Figure key={label} label={label} value={value} {...(help === undefined ? {} : { help })} />
        ))}
      </SimpleGrid>
      {counts.rows > 0 && (
        <Text size="sm" c="dimmed">
          {t('data.report.balance', { rows: format.number(counts.rows), sum })}
        </Text>
      )}
    </Stack>
  );
}
