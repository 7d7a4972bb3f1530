import { Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { useJob } from '../../engine/use-job.ts';
import type { Prediction } from './prediction.ts';

/** Time as of which users were scored, and a button to score again once the data has changed. */
export function Scoring({ prediction: { summary, stale } }: { prediction: Prediction }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scoring = useJob('prediction.score');
  if (!summary.scoring || stale === null) return null;
  const { at, asOf } = summary.scoring;
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c={stale ? 'bright' : 'dimmed'}>
          {asOf === null
            ? t('predictions.scored', { time: format.dateTime(at) })
            : t('predictions.scoredAsOf', { time: format.eventTime(asOf) })}{' '}
          {stale && t('predictions.stale')}
        </Text>
        {stale && (
          <Button
            variant="light"
            flex="none"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={scoring.active}
            onClick={() => scoring.start({ run: summary.run })}
          >
            {t('predictions.scoreAgain')}
          </Button>
        )}
      </Group>
      {scoring.error !== null && <ErrorNotice error={scoring.error} />}
      <JobStatus job={scoring.job} />
    </Stack>
  );
}
