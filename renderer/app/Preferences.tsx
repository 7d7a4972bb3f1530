import { ActionIcon, Group, SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { type Icon, IconClipboardText, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages, setLanguage } from '../base/i18n.ts';
import { useCopyDiagnostics } from '../components/use-copy-diagnostics.ts';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** Both controls and the button fit into the side bar. */
const COMPACT = { label: { paddingInline: 7 } };

/** Colour scheme and language, which are stored in the browser's local storage, and the diagnostics. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const copyDiagnostics = useCopyDiagnostics();
  return (
    <Group gap={4} wrap="nowrap" justify="space-between">
      <SegmentedControl
        size="xs"
        aria-label={t('app.colours')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value)}
        flex="none"
        styles={COMPACT}
        data={schemes.map(([value, Picture]) => ({ value, label: schemeLabel(Picture, t(`app.${value}`)) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('app.language')}
        value={i18n.language === 'zh' ? 'zh' : 'en'}
        onChange={(value) => void setLanguage(value)}
        flex="none"
        styles={COMPACT}
        data={languages.map((value) => ({ value, label: value === 'zh' ? '中文' : 'EN' }))}
      />
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

function schemeLabel(Picture: Icon, text: string) {
  return (
    <span title={text}>
      <Picture size={15} stroke={1.6} style={{ display: 'block' }} aria-hidden />
      <VisuallyHidden>{text}</VisuallyHidden>
    </span>
  );
}
