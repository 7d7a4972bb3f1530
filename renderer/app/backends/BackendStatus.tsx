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

/**
 * The backend in use, visible on every page; a click opens the list of all. Measures all backends at the first start.
 */
export function BackendStatus() {
  const { t } = useTranslation();
  const { data } = useCall('backends.list', {});
  const neverMeasured = data !== undefined && data.measured === null && data.measuring === null;
  useEffect(() => {
    if (neverMeasured) measure();
  }, [neverMeasured]);
  if (!data) return null;
  const name = BACKEND_NAMES[data.inUse];
  const threads = data.inUse === 'wasm' ? ` · ${t('app.backends.threads', { count: data.threads })}` : '';
  return (
    <Popover position="right-end" width={440} withinPortal trapFocus shadow="md" offset={12}>
      <Popover.Target>
        <UnstyledButton className={classes.status} aria-label={t('app.backends.choose', { name })}>
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
