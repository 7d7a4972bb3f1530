import { Button, Collapse, Group, Paper, Radio, Stack, Text, Title, UnstyledButton } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconChevronDown, IconChevronRight, IconPlayerPlayFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Advanced } from './Advanced.tsx';
import { type Effort, type Settings, settingsFor, wrongField } from './settings.ts';

/** Asks how long to train, and, for those who want to, how. */
export function StartTraining({ onStart }: { onStart: (settings: Settings) => Promise<void> }) {
  const { t } = useTranslation();
  const [effort, setEffort] = useState<Effort>('quick');
  const [settings, setSettings] = useState(() => settingsFor('quick'));
  const [advanced, { toggle }] = useDisclosure(false);
  const [busy, setBusy] = useState(false);
  const choose = (value: string) => {
    const chosen = value === 'thorough' ? 'thorough' : 'quick';
    setEffort(chosen);
    setSettings(settingsFor(chosen));
  };
  const start = () => {
    setBusy(true);
    void onStart(settings).finally(() => setBusy(false));
  };
  const Chevron = advanced ? IconChevronDown : IconChevronRight;
  return (
    <Paper withBorder p="lg">
      <Stack gap="md">
        <Title order={2}>{t('model.start.title')}</Title>
        <Radio.Group value={effort} onChange={choose} label={t('model.start.effort')}>
          <Group mt={6} gap="md">
            <EffortCard value="quick" title={t('model.start.quick')} text={t('model.start.quickHelp')} />
            <EffortCard value="thorough" title={t('model.start.thorough')} text={t('model.start.thoroughHelp')} />
          </Group>
        </Radio.Group>
        <UnstyledButton onClick={toggle} aria-expanded={advanced} w="fit-content">
          <Group gap={4}>
            <Chevron size={16} aria-hidden />
            <Text size="sm">{t('model.start.advanced')}</Text>
          </Group>
        </UnstyledButton>
        <Collapse expanded={advanced}>
          <Advanced settings={settings} onChange={setSettings} onReset={() => setSettings(settingsFor(effort))} />
        </Collapse>
        <Group>
          <Button
            onClick={start}
            loading={busy}
            disabled={wrongField(settings) !== null}
            leftSection={<IconPlayerPlayFilled size={16} aria-hidden />}
          >
            {t('model.start.begin')}
          </Button>
        </Group>
      </Stack>
    </Paper>
  );
}

function EffortCard({ value, title, text }: { value: Effort; title: string; text: string }) {
  return (
    <Radio.Card value={value} p="md" w={280} aria-label={`${title}. ${text}`}>
      <Group wrap="nowrap" align="flex-start">
        <Radio.Indicator />
        <Stack gap={2}>
          <Text fw={600}>{title}</Text>
          <Text size="sm" c="dimmed">
            {text}
          </Text>
        </Stack>
      </Group>
    </Radio.Card>
  );
}
