import { Paper, ScrollArea, Skeleton, Table, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { RatingConfig, TextTrainConfig } from '../../shared/domain/text-presets.ts';
import { ErrorNotice } from '../components/ErrorNotice.tsx';
import { useCall } from '../engine/use-call.ts';
import { useSettingText } from '../training/setting-text.ts';
import { type Field, groups } from '../training/settings.ts';
import type { Run } from './run-facts.ts';

/** Settings of the encoder, which a run on ratings takes over from the run it starts from. */
const ENCODER_FIELDS: readonly Field[] = ['width', 'layers', 'heads', 'length', 'norm'];

/** Whether a setting applies to a run: to a run on texts, if its training reads it. */
function applies(field: Field, { kind, rating }: Pick<Run, 'kind' | 'rating'>): boolean {
  if (kind === 'behaviour') return true;
  if (!rating) return Object.hasOwn(TextTrainConfig.shape, field);
  return ENCODER_FIELDS.includes(field) || Object.hasOwn(RatingConfig.shape, field);
}

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
                .filter((field) => applies(field, data.run))
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
