import { Group, Loader, Popover, Text, UnstyledButton } from '@mantine/core';
import { IconCpu } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { notifyError } from '../../base/notify.tsx';
import { call, useCall } from '../../engine/use-call.ts';
import { BackendPanel } from './BackendPanel.tsx';
import { BACKEND_NAMES } from './backend-names.ts';
import classes from './backends.module.css';

const measure = () => void call('backends.measure', {}).catch(notifyError);

/** What models are computed on, seen from every page; a click leads to the others. Measures them all at the first start. */
export function BackendStatus() {
  const { t } = useTranslation();
  const { data } = useCall('backends.list', {});
  const never = data !== undefined && data.measured === null && data.measuring === null;
  useEffect(() => {
    if (never) measure();
  }, [never]);
  if (!data) return null;
  const name = BACKEND_NAMES[data.inUse];
  const threads = data.inUse === 'wasm' ? ` · ${t('backends.threads', { count: data.threads })}` : '';
  return (
    <Popover position="right-end" width={440} withinPortal trapFocus shadow="md" offset={12}>
      <Popover.Target>
        <UnstyledButton className={classes.status} aria-label={t('backends.choose', { name })}>
          <Group gap={8} wrap="nowrap">
            {data.measuring ? <Loader size={14} /> : <IconCpu size={16} stroke={1.6} aria-hidden />}
            <Text size="xs" truncate>
              {name}
              {threads}
            </Text>
          </Group>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        <BackendPanel list={data} onMeasure={measure} />
      </Popover.Dropdown>
    </Popover>
  );
}
