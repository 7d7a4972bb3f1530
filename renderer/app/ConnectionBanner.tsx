import { Alert, Button, Group, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { reconnectNow } from '../engine/connection.ts';
import { useLostTexts } from './use-lost-texts.ts';

/** Notice above a page that was open when the connection to the engine was lost. */
export function ConnectionBanner() {
  const { t } = useTranslation();
  const { title, text, isLasting } = useLostTexts();
  return (
    <Alert color="yellow" radius={0} icon={<IconPlugConnectedX />} title={title} role="status">
      <Group justify="space-between">
        <Text size="sm">{text}</Text>
        {isLasting && (
          <Button size="xs" variant="default" onClick={reconnectNow}>
            {t('terms.retry')}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
