import { ActionIcon, Group } from '@mantine/core';
import { IconClipboardText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ColourSchemeControl } from '../components/ColourSchemeControl.tsx';
import { LanguageControl } from '../components/LanguageControl.tsx';
import { useCopyDiagnostics } from '../components/use-copy-diagnostics.ts';

/** Colour scheme, language, and the diagnostics. */
export function Preferences() {
  const { t } = useTranslation();
  const copyDiagnostics = useCopyDiagnostics();
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <ColourSchemeControl />
      <LanguageControl />
      <ActionIcon
        variant="subtle"
        color="gray"
        size="md"
        title={t('terms.diagnostics.copy')}
        aria-label={t('terms.diagnostics.copy')}
        onClick={copyDiagnostics}
      >
        <IconClipboardText size={16} stroke={1.6} aria-hidden />
      </ActionIcon>
    </Group>
  );
}
