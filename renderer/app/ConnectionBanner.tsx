import { Alert, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../engine/connection.ts';

/** Failed attempts after which the banner advises more than waiting. */
const ATTEMPTS_BEFORE_HINT = 6;

/** Tells the user that the connection to the engine is lost and being re-established. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { client, lost, attempts } = useConnection();
  if (client || !lost) return null;
  return (
    <Alert color="yellow" radius={0} icon={<IconPlugConnectedX />} title={t('app.engineLost')} role="status">
      <Text size="sm">{t(attempts < ATTEMPTS_BEFORE_HINT ? 'app.engineLostHint' : 'app.cannotConnectHint')}</Text>
    </Alert>
  );
}
