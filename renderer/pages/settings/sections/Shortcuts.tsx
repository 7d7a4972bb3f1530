import { Box, Switch } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { enableSingleKeys, singleKeysEnabled } from '../../../base/shortcuts.ts';
import { ShortcutList } from '../../../components/ShortcutList.tsx';
import { Section } from '../Section.tsx';

/** Shortcuts and gestures, and a switch for single-key shortcuts. */
export function Shortcuts() {
  const { t } = useTranslation();
  const [enabled, setEnabled] = useState(singleKeysEnabled);
  const change = (value: boolean) => {
    enableSingleKeys(value);
    setEnabled(value);
  };
  return (
    <Section title={t('shortcuts.title')}>
      <Switch
        label={t('shortcuts.singleKeys')}
        description={t('shortcuts.singleKeysHelp')}
        checked={enabled}
        onChange={(event) => change(event.currentTarget.checked)}
      />
      <Box maw={480}>
        <ShortcutList />
      </Box>
    </Section>
  );
}
