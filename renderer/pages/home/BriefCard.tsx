import { Anchor, Button, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { IconFileText } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { engine, useCall } from '../../engine/use-call.ts';

/** The newest brief, or an offer to make one. */
export function BriefCard() {
  const { t } = useTranslation();
  const format = useFormat();
  const newest = useCall('brief.list', {}).data?.briefs[0];
  const make = () => {
    navigate('brief');
    engine().start('brief.make', {}).catch(notifyError);
  };
  return (
    <Paper withBorder px="md" py="sm" component="section" aria-label={t('brief.title')}>
      <Group justify="space-between" wrap="nowrap">
        <Group wrap="nowrap" gap="sm">
          <IconFileText size={22} stroke={1.5} aria-hidden />
          <Stack gap={0}>
            <Title order={2}>{t('brief.title')}</Title>
            <Text size="sm" c="dimmed">
              {t(newest ? 'brief.home' : 'brief.homeNone')}
              {newest && ` · ${format.dateTime(newest.created)}`}
            </Text>
          </Stack>
        </Group>
        {newest ? (
          <Anchor href={hashOf('brief')} style={{ whiteSpace: 'nowrap' }}>
            {t('brief.read')}
          </Anchor>
        ) : (
          <Button variant="default" flex="none" onClick={make}>
            {t('brief.make')}
          </Button>
        )}
      </Group>
    </Paper>
  );
}
