import { Button, Group, Radio, Stack, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestedBackend } from '../../../shared/contract/backends.ts';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { call } from '../../engine/use-call.ts';
import { BackendFacts } from './BackendFacts.tsx';
import { BACKEND_NAMES } from './backend-names.ts';

interface BackendPanelProps {
  list: Output<'backends.list'>;
  onMeasure: () => void;
}

/** All backends with their test results, and the choice of one. */
export function BackendPanel({
  list: { backends, requested, inUse, measured, measuring },
  onMeasure,
}: BackendPanelProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [selected, setSelected] = useState(requested);
  const select = (value: string) => {
    const backend = RequestedBackend.parse(value);
    setSelected(backend);
    call('backends.use', { backend }).catch((error) => {
      setSelected(requested);
      notifyError(error);
    });
  };
  return (
    <Stack gap="sm">
      <Title order={2} size="h5">
        {t('app.backends.title')}
      </Title>
      <Radio.Group value={selected} onChange={select} aria-label={t('app.backends.title')}>
        <Stack gap="sm">
          <Radio value="auto" label={t('app.backends.auto')} description={t('app.backends.autoHelp')} />
          {backends.map((backend) => (
            <Radio
              key={backend.name}
              value={backend.name}
              label={BACKEND_NAMES[backend.name]}
              description={
                <BackendFacts backend={backend} inUse={backend.name === inUse} measuring={backend.name === measuring} />
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Text size="xs" c="dimmed">
        {t('app.backends.help')}
      </Text>
      <Group justify="space-between" wrap="nowrap">
        <Text size="xs" c="dimmed" role="status">
          {measuring
            ? t('app.backends.measuring')
            : measured !== null && t('app.backends.measured', { time: format.dateTime(measured) })}
        </Text>
        <Button size="xs" variant="default" loading={measuring !== null} onClick={onMeasure} style={{ flexShrink: 0 }}>
          {t(measured === null ? 'app.backends.measure' : 'app.backends.measureAgain')}
        </Button>
      </Group>
    </Stack>
  );
}
