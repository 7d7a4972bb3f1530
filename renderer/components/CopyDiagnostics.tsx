import { Button } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useCopyDiagnostics } from './use-copy-diagnostics.ts';

/** Button below an error that the user may want to report. */
export function CopyDiagnostics() {
  const { t } = useTranslation();
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<IconClipboardText size={15} stroke={1.6} aria-hidden />}
      onClick={useCopyDiagnostics()}
    >
      {t('terms.diagnostics.copy')}
    </Button>
  );
}
