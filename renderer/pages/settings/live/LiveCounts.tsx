import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { LiveState } from '../../../../shared/contract/live.ts';
import { useFormat } from '../../../base/format.ts';
import { SettingRow } from '../SettingRow.tsx';

const FAULTS = ['NOT_A_MESSAGE', 'USER_MISSING', 'EVENT_MISSING', 'TIME_UNREADABLE', 'TIME_OUT_OF_RANGE'] as const;

/** What has been received since the listener started. */
export function LiveCounts({ state }: { state: LiveState }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { accepted, duplicates, rejected, lastAccepted, lastFault, pendingBytes, importError } = state;
  const fault = FAULTS.find((code) => code === lastFault);
  const parts = [
    t('settings.live.accepted', { count: accepted }),
    ...(duplicates > 0 ? [t('settings.live.duplicates', { count: duplicates })] : []),
    ...(pendingBytes > 0 ? [t('settings.live.pending', { size: format.bytes(pendingBytes) })] : []),
  ];
  return (
    <>
      <SettingRow label={t('settings.live.received')}>
        <Text size="sm">{parts.join(t('settings.live.separator'))}</Text>
      </SettingRow>
      {lastAccepted !== null && (
        <SettingRow label={t('settings.live.last')}>
          <Text size="sm">{format.dateTime(lastAccepted)}</Text>
        </SettingRow>
      )}
      {rejected > 0 && (
        <SettingRow label={t('settings.live.rejected')}>
          <Text size="sm">
            {format.number(rejected)}
            {fault && ` · ${t('settings.live.lastFault', { fault: t(`settings.live.faults.${fault}`) })}`}
          </Text>
        </SettingRow>
      )}
      {importError !== null && (
        <Text size="sm" c="red" role="alert">
          {t('settings.live.importError', { code: importError })}
        </Text>
      )}
    </>
  );
}
