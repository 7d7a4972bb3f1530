import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { shortcutNames, shortcutPlaces, shortcuts } from '../base/shortcuts.ts';
import { ShortcutKeys } from './ShortcutKeys.tsx';
import classes from './ShortcutList.module.css';

/** All shortcuts with their actions, grouped by where they work. */
export function ShortcutList() {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {shortcutPlaces.map((place) => (
        <section key={place} aria-label={t(`shortcuts.places.${place}`)}>
          <Text size="xs" fw={600} c="dimmed" mb={4} aria-hidden>
            {t(`shortcuts.places.${place}`)}
          </Text>
          <dl className={classes.list}>
            {shortcutNames
              .filter((name) => shortcuts[name].place === place)
              .map((name) => (
                <Group key={name} justify="space-between" gap="md" className={classes.row}>
                  <Text component="dt" size="sm">
                    {t(`shortcuts.does.${name}`)}
                  </Text>
                  <dd>
                    <ShortcutKeys name={name} />
                  </dd>
                </Group>
              ))}
          </dl>
        </section>
      ))}
    </Stack>
  );
}
