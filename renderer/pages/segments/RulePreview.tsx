import { Group, Paper, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { LiftSummary } from '../../segments/LiftSummary.tsx';
import type { RulePreviewState } from './use-rule-preview.ts';

/** Number of users that match a rule and the features that distinguish them. */
export function RulePreview({ preview: { data, error, unfinished, stale } }: { preview: RulePreviewState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const share = data ? data.size / Math.max(1, data.users) : 0;
  return (
    <Paper withBorder p="md" component="section" aria-label={t('segments.preview')}>
      <Stack gap="sm">
        <Title order={2}>{t('segments.preview')}</Title>
        {unfinished ? (
          <Text size="sm" c="dimmed">
            {t('segments.unfinished')}
          </Text>
        ) : error !== null ? (
          <ErrorNotice error={error} />
        ) : (
          data && (
            <Stack gap="sm" opacity={stale ? 0.6 : 1} aria-busy={stale}>
              <Group gap={8} align="baseline" role="status">
                <Text fz={28} fw={600} lh={1.2}>
                  {format.number(data.size)}
                </Text>
                <Text c="dimmed">
                  {t('segments.of', { total: format.number(data.users) })} · {format.percent(share)}
                </Text>
              </Group>
              <Progress value={100 * share} aria-label={t('segments.shareFigure')} />
              {data.size > 0 ? (
                <LiftSummary lift={data.lift} />
              ) : (
                <Text size="sm" c="dimmed">
                  {t('segments.nobody')}
                </Text>
              )}
            </Stack>
          )
        )}
      </Stack>
    </Paper>
  );
}
