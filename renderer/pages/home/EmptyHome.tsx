import { Group, SimpleGrid, Stack, Text, ThemeIcon, Title } from '@mantine/core';
import { type Icon, IconDatabase, IconMap2, IconSparkles, IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

const parts = [
  ['data', IconDatabase],
  ['explore', IconMap2],
  ['segments', IconTargetArrow],
  ['predictions', IconSparkles],
] as const satisfies readonly (readonly [string, Icon])[];

/** Explains what the page shows once the workspace has events. */
export function EmptyHome() {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section">
      <Title order={2}>{t('home.will.title')}</Title>
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="lg">
        {parts.map(([name, Picture]) => (
          <Group key={name} wrap="nowrap" align="flex-start">
            <ThemeIcon size={36} radius="md" variant="light" aria-hidden>
              <Picture size={20} stroke={1.6} />
            </ThemeIcon>
            <div>
              <Text fw={600}>{t(`app.${name}`)}</Text>
              <Text size="sm" c="dimmed">
                {t(`home.will.${name}`)}
              </Text>
            </div>
          </Group>
        ))}
      </SimpleGrid>
    </Stack>
  );
}
