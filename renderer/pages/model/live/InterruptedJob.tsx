import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPauseFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { notifyError } from '../../../base/notify.tsx';
import { hashOf } from '../../../base/route.ts';
import { messageOf } from '../../../components/message-of.ts';
import { call } from '../../../engine/use-call.ts';

interface InterruptedProps {
  /** A training, or a search for settings. */
  job: Job;
  onDismiss: () => void;
}

/** What was stopped before its end, and the way to go on with it from where it was. */
export function Interrupted({ job, onDismiss }: InterruptedProps) {
  const { t } = useTranslation();
  const failed = job.state === 'failed';
  const { message, hint } = messageOf(job.error, t);
  const { kind, progress } = job;
  const texts = kind === 'train.search' ? 'search' : 'training';
  const share = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <Alert
      color={failed ? 'red' : 'gray'}
      role={failed ? 'alert' : 'status'}
      icon={<IconPlayerPauseFilled />}
      title={failed ? message : t(`${texts}.stopped`, { percent: share })}
    >
      <Text size="sm">{failed ? hint : t(`${texts}.stoppedText`)}</Text>
      <Group mt="sm" gap="sm">
        <Button size="xs" onClick={() => call('jobs.resume', { job: job.id }).catch(notifyError)}>
          {t('training.resume')}
        </Button>
        <Button size="xs" variant="default" onClick={onDismiss}>
          {t('training.leave')}
        </Button>
        <Button size="xs" variant="subtle" component="a" href={hashOf('jobs', job.id)}>
          {t('jobs.log')}
        </Button>
      </Group>
    </Alert>
  );
}
