import { Button, Text } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../base/notify.tsx';
import { useJob } from '../engine/use-job.ts';
import { useWorkspace } from '../engine/use-workspace.ts';
import { JobStatus } from './JobStatus.tsx';
import { valueWeeks } from './value-weeks.ts';

/** Why there are no current models of customer value, and a button that fits them. */
export function ComputeValue({ text }: { text: string }) {
  const { t } = useTranslation();
  const workspace = useWorkspace();
  const { job, start, active, error } = useJob('value.compute');
  useEffect(() => {
    if (error !== null) notifyError(error);
  }, [error]);
  return (
    <>
      <Text size="sm" c="dimmed">
        {text}
      </Text>
      <Button
        size="xs"
        w="fit-content"
        loading={active}
        onClick={() => workspace && void start({ weeks: valueWeeks(workspace) })}
      >
        {t('users.expected.compute')}
      </Button>
      <JobStatus job={job} />
    </>
  );
}
