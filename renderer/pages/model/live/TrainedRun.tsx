import { Alert, Button, Group } from '@mantine/core';
import { IconCircleCheckFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../../base/route.ts';

interface TrainedRunProps {
  run: string;
  onDismiss: () => void;
}

/** Notice that a training is done, with a link to its result. */
export function TrainedRun({ run, onDismiss }: TrainedRunProps) {
  const { t } = useTranslation();
  return (
    <Alert color="teal" role="status" icon={<IconCircleCheckFilled />} title={t('model.trained', { run })}>
      <Group gap="sm">
        <Button component="a" size="xs" href={hashOf('models', run)}>
          {t('model.toResult')}
        </Button>
        <Button size="xs" variant="default" onClick={onDismiss}>
          {t('training.leave')}
        </Button>
      </Group>
    </Alert>
  );
}
