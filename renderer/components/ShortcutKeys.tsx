import { Group, Kbd } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ShortcutName } from '../base/shortcuts.ts';
import { keyNames } from './shortcut-text.ts';

/** The keys of a shortcut. */
export function ShortcutKeys({ name }: { name: ShortcutName }) {
  const { t } = useTranslation();
  return (
    <Group gap={4} wrap="nowrap" component="span" display="inline-flex">
      {keyNames(t, name).map((key) => (
        <Kbd key={key} size="xs">
          {key}
        </Kbd>
      ))}
    </Group>
  );
}
