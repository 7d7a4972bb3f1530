import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlayerPauseFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../../../shared/contract/jobs.ts';
import { notifyError } from '../../../app/notify.tsx';
import { hashOf } from '../../../app/route.ts';
import { messageOf } from '../../../components/message-of.ts';
import { call } from '../../../engine/use-call.ts';

/** A training that was stopped, and the way to go on with it from where it was. */
export function Interrupted({ job, onDismiss }: { job: Job; onDismiss: () => void }) {
  const { t } = useTranslation();
  const failed = job.state === 'failed';
  const { message, hint } = messageOf(job.error, t);
  const { progress } = job;
  const share = progress && progress.total > 0 ? Math.floor((100 * progress.done) / progress.total) : 0;
  return (
    <Alert
      color={failed ? 'red' : 'gray'}
      role={failed ? 'alert' : 'status'}
      icon={<IconPlayerPauseFilled />}
      title={failed ? message : t('training.stopped', { percent: share })}
    >
      <Text size="sm">{failed ? hint : t('training.stoppedText')}</Text>
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
