import { Button, Group, Radio, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { RequestedBackend } from '../../../../shared/contract/backends.ts';
import type { Output } from '../../../../shared/contract/index.ts';
import { useFormat } from '../../../base/format.ts';
import { notifyError } from '../../../base/notify.tsx';
import { BACKEND_NAMES } from '../../../components/backend-names.ts';
import { call } from '../../../engine/use-call.ts';
import { BackendFacts } from './BackendFacts.tsx';

const measure = () => void call('backends.measure', {}).catch(notifyError);

/** All backends with their test results, and the choice of one. */
export function BackendPanel({ list }: { list: Output<'backends.list'> }) {
  const { backends, requested, inUse, threads, measured, measuring } = list;
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
  const nameOf = ({ name }: (typeof backends)[number]) =>
    name === 'wasm' ? `${BACKEND_NAMES[name]} · ${t('backends.threads', { count: threads })}` : BACKEND_NAMES[name];
  return (
    <>
      <Radio.Group value={selected} onChange={select} aria-label={t('backends.title')}>
        <Stack gap="sm">
          <Radio value="auto" label={t('backends.auto')} description={t('backends.autoHelp')} />
          {backends.map((backend) => (
            <Radio
              key={backend.name}
              value={backend.name}
              label={nameOf(backend)}
              description={
                <BackendFacts backend={backend} inUse={backend.name === inUse} measuring={backend.name === measuring} />
              }
            />
          ))}
        </Stack>
      </Radio.Group>
      <Group>
        <Button size="xs" variant="default" loading={measuring !== null} onClick={measure}>
          {t(measured === null ? 'backends.measure' : 'backends.measureAgain')}
        </Button>
        <Text size="xs" c="dimmed" role="status">
          {measuring
            ? t('backends.measuring')
            : measured !== null && t('backends.measured', { time: format.dateTime(measured) })}
        </Text>
      </Group>
    </>
  );
}
