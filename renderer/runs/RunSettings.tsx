import { Paper, ScrollArea, Skeleton, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { useCall } from '../engine/use-call.ts';
import { useSettingText } from '../training/setting-text.ts';
import { type Field, groups } from '../training/settings.ts';

/** Settings that apply to runs on texts; the others apply to behaviour only. */
const TEXT_RUN_FIELDS: readonly Field[] = [
  'width',
  'layers',
  'heads',
  'length',
  'norm',
  'minCount',
  'batchSize',
  'learningRate',
  'weightDecay',
  'dropout',
  'seed',
  'maskShare',
  'epochs',
];

/** All settings of a run's configuration. */
export function RunSettings({ run }: { run: string }) {
  const { t } = useTranslation();
  const { data, error } = useCall('train.run', { run });
  const text = useSettingText();
  return (
    <Paper withBorder p="md" h="100%">
      <Title order={3} fz="md" mb="sm">
        {t('runs.settings')}
      </Title>
      {error ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <ScrollArea h={360} type="auto" offsetScrollbars viewportProps={{ tabIndex: 0 }}>
          <Table verticalSpacing={4} aria-label={t('runs.settings')}>
            <Table.Tbody>
              {Object.values(groups)
                .flat()
                .filter((field) => data.run.kind === 'behaviour' || TEXT_RUN_FIELDS.includes(field))
                .map((field) => (
                  <Table.Tr key={field}>
                    <Table.Td>{t(`training.fields.${field}`)}</Table.Td>
                    <Table.Td ta="right">{text(field, data.config[field])}</Table.Td>
                  </Table.Tr>
                ))}
            </Table.Tbody>
          </Table>
        </ScrollArea>
      ) : (
        <Skeleton height={360} />
      )}
    </Paper>
  );
}
