import { Button, Group, Stack, Text } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { JobStatus } from '../../components/JobStatus.tsx';
import { useJob } from '../../engine/use-job.ts';
import type { Head } from './PredictionDetail.tsx';

/** As of when users were scored, and a way to score them again once there is more of them to know. */
export function Scoring({ head: { summary, stale } }: { head: Head }) {
  const { t } = useTranslation();
  const format = useFormat();
  const scoring = useJob('finetune.score');
  if (!summary.scoring || stale === null) return null;
  const { at, asOf } = summary.scoring;
  return (
    <Stack gap="xs">
      <Group justify="space-between" wrap="nowrap">
        <Text size="sm" c={stale ? 'bright' : 'dimmed'}>
          {asOf === null
            ? t('head.scored', { time: format.moment(at) })
            : t('head.scoredAsOf', { time: format.moment(asOf) })}{' '}
          {stale && t('head.stale')}
        </Text>
        {stale && (
          <Button
            variant="light"
            flex="none"
            leftSection={<IconRefresh size={16} aria-hidden />}
            loading={scoring.active}
            onClick={() => scoring.start({ run: summary.run })}
          >
            {t('head.scoreAgain')}
          </Button>
        )}
      </Group>
      {scoring.error !== null && <ErrorNotice error={scoring.error} />}
      <JobStatus job={scoring.job} />
    </Stack>
  );
}
