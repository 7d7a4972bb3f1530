import { Alert, List } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { unknownShare } from '../../../shared/domain/drift.ts';
import { useFormat } from '../../base/format.ts';
import { useCall } from '../../engine/use-call.ts';
import type { OutOfDate } from './out-of-date.ts';

interface OutOfDateListProps {
  results: readonly OutOfDate[];
  /** The newest model; null if there is none. */
  run: string | null;
}

/** Lists the results that do not match the current events; renders nothing if there are none. */
export function OutOfDateList({ results, run }: OutOfDateListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isOutdated = run !== null && results.some(({ kind }) => kind === 'model');
  const drift = useCall('train.drift', { run: run ?? '' }, { enabled: isOutdated }).data?.drift;
  if (results.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconHistory />} title={t('home.outOfDate.title')}>
      <List size="sm">
        {results.map(({ kind, count }) => (
          <List.Item key={kind}>{t(`home.outOfDate.${kind}`, { count })}</List.Item>
        ))}
        {isOutdated && drift?.drifted && (
          <List.Item>
            {t('home.outOfDate.drift', { run, days: drift.days, share: format.percent(unknownShare(drift.last), 0) })}
          </List.Item>
        )}
      </List>
    </Alert>
  );
}
