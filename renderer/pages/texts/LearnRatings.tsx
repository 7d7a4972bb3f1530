import { Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { hashOf } from '../../base/route.ts';

/** Link from a run pre-trained on texts to the form that fine-tunes it on ratings. */
export function LearnRatings({ run }: { run: string }) {
  const { t } = useTranslation();
  return (
    <Paper withBorder p="md">
      <Group justify="space-between" wrap="nowrap">
        <Stack gap={2}>
          <Title order={2}>{t('texts.notRated')}</Title>
          <Text size="sm" c="dimmed">
            {t('texts.notRatedText')}
          </Text>
        </Stack>
        <Button component="a" size="xs" flex="none" href={hashOf('texts', 'new', { from: run })}>
          {t('texts.learnRatings')}
        </Button>
      </Group>
    </Paper>
  );
}
