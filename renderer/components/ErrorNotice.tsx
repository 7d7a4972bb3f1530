import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { messageOf } from '../base/message-of.ts';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Shows an error's message and its hint. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const { message, hint } = messageOf(error, t);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={message} role="alert">
      <Text size="sm">{hint}</Text>
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('terms.retry')}
        </Button>
      )}
    </Alert>
  );
}
