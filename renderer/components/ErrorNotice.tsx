import { Alert, Button, Group, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { isReportable, messageOf } from '../base/message-of.ts';
import { CopyDiagnostics } from './CopyDiagnostics.tsx';

interface ErrorNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/** Shows an error's message and its hint. */
export function ErrorNotice({ error, onRetry }: ErrorNoticeProps) {
  const { t } = useTranslation();
  const { message, hint } = messageOf(error, t);
  const reportable = isReportable(error);
  return (
    <Alert color="red" icon={<IconAlertTriangle />} title={message} role="alert">
      <Text size="sm">{hint}</Text>
      {(onRetry || reportable) && (
        <Group mt="sm" gap="xs">
          {onRetry && (
            <Button size="xs" variant="default" onClick={onRetry}>
              {t('terms.retry')}
            </Button>
          )}
          {reportable && <CopyDiagnostics />}
        </Group>
      )}
    </Alert>
  );
}
