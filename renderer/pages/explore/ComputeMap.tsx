import { Button, Group, Modal, Select, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { INITIAL_SETTINGS, MapSettings, resolutionOf } from './MapSettings.tsx';

interface ComputeMapProps {
  opened: boolean;
  /** Runs with profiles, the newest first. */
  runs: readonly { id: string; created: number; profiles: number }[];
  onClose: () => void;
  onCompute: (input: Input<'map.compute'>) => void;
}

/** Dialog with the settings for computing a map. */
export function ComputeMap({ opened, runs, onClose, onCompute }: ComputeMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [run, setRun] = useState<string | null>(null);
  const [settings, setSettings] = useState(INITIAL_SETTINGS);
  const selectedRun = runs.find(({ id }) => id === run) ?? runs[0];
  const compute = () => {
    if (!selectedRun) return;
    const { neighbours, minDist, detail } = settings;
    onCompute({ run: selectedRun.id, neighbours, minDist, resolution: resolutionOf(detail) });
    onClose();
  };
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      size="lg"
      title={t('map.computeTitle')}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
    >
      <Stack gap="lg">
        <Text size="sm" c="dimmed">
          {t('map.computeText')}
        </Text>
        <Select
          label={t('map.run')}
          data={runs.map(({ id, created, profiles }) => ({
            value: id,
            label: `${format.dateTime(created)} · ${t('terms.users', { count: profiles })}`,
          }))}
          value={selectedRun?.id ?? null}
          onChange={setRun}
          allowDeselect={false}
        />
        <MapSettings settings={settings} onChange={setSettings} />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            {t('terms.cancel')}
          </Button>
          <Button onClick={compute} disabled={!selectedRun}>
            {t('map.compute')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
