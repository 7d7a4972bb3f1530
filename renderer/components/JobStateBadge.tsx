import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Job } from '../../shared/contract/jobs.ts';

const colours: Record<Job['state'], string> = {
  queued: 'gray',
  running: 'ink',
  done: 'teal',
  failed: 'red',
  cancelled: 'gray',
};

export function JobStateBadge({ state }: { state: Job['state'] }) {
  const { t } = useTranslation();
  return (
    <Badge variant="light" color={colours[state]} tt="none" miw="max-content">
      {t(`jobs.states.${state}`)}
    </Badge>
  );
}
