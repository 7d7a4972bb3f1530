import { Alert, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useConnection } from '../engine/connection.ts';

/** Failed attempts after which waiting alone is no longer good advice. */
const PATIENCE = 6;

/** Says that the engine is gone and that it is being sought. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { client, lost, attempts } = useConnection();
  if (client || !lost) return null;
  return (
    <Alert color="yellow" radius={0} icon={<IconPlugConnectedX />} title={t('app.engineLost')} role="status">
      <Text size="sm">{t(attempts < PATIENCE ? 'app.engineLostHint' : 'app.cannotConnectHint')}</Text>
    </Alert>
  );
}
