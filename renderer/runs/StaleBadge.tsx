import { Badge, Tooltip } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCall } from '../engine/use-call.ts';
import { isStale } from './run-facts.ts';

/** Badge for a run that was trained before the latest import of events; renders nothing for other runs. */
export function StaleBadge({ run }: { run: { created: number } }) {
  const { t } = useTranslation();
  const { data } = useCall('ingest.imports', {});
  if (!data || !isStale(run, data.imports)) return null;
  return (
    <Tooltip label={t('runs.staleHelp')} multiline maw={300} events={{ hover: true, focus: true, touch: true }}>
      <Badge variant="light" color="orange" tt="none" leftSection={<IconHistory size={14} aria-hidden />} tabIndex={0}>
        {t('runs.stale')}
      </Badge>
    </Tooltip>
  );
}
