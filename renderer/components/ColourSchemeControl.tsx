import { SegmentedControl, useMantineColorScheme, VisuallyHidden } from '@mantine/core';
import { type Icon, IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const schemes = [
  ['light', IconSun],
  ['dark', IconMoon],
  ['auto', IconDeviceDesktop],
] as const;

/** Narrow padding, so that the colour scheme and language controls fit on one line of the side bar. */
export const COMPACT = { label: { paddingInline: 7 } };

/** Chooses the colour scheme, which is stored in the browser's local storage. */
export function ColourSchemeControl() {
  const { t } = useTranslation();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('app.colours')}
      value={colorScheme}
      onChange={(value) => setColorScheme(value)}
      flex="none"
      styles={COMPACT}
      data={schemes.map(([value, Picture]) => ({ value, label: schemeLabel(Picture, t(`app.${value}`)) }))}
    />
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
