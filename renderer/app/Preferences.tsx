import { Group, SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { type Icon, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { languages, setLanguage } from '../base/i18n.ts';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** Colour scheme and language; both are stored in the browser's local storage. */
export function Preferences() {
  const { t, i18n } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <Group gap="xs" grow>
      <SegmentedControl
        size="xs"
        aria-label={t('app.colours')}
        value={colorScheme}
        onChange={(value) => setColorScheme(value)}
        data={schemes.map(([value, Picture]) => ({ value, label: schemeLabel(Picture, t(`app.${value}`)) }))}
      />
      <SegmentedControl
        size="xs"
        aria-label={t('app.language')}
        value={i18n.language === 'zh' ? 'zh' : 'en'}
        onChange={(value) => void setLanguage(value)}
        data={languages.map((value) => ({ value, label: value === 'zh' ? '中文' : 'EN' }))}
      />
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
