import { Button, Group, Input, Modal, NumberInput, Select, Slider, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Input as CallInput } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';

interface ComputeMapProps {
  opened: boolean;
  /** Runs with profiles, the newest first. */
  runs: readonly { id: string; created: number; profiles: number }[];
  onClose: () => void;
  onCompute: (input: CallInput<'map.compute'>) => void;
}

const RESOLUTIONS = [0.25, 0.5, 1, 2, 4];

/** Dialog with the settings for computing a map. */
export function ComputeMap({ opened, runs, onClose, onCompute }: ComputeMapProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const [run, setRun] = useState<string | null>(null);
  const [neighbours, setNeighbours] = useState(15);
  const [minDist, setMinDist] = useState(0.1);
  const [detail, setDetail] = useState(2);
  const selectedRun = runs.find(({ id }) => id === run) ?? runs[0];

  function compute() {
    if (!selectedRun) return;
    onCompute({ run: selectedRun.id, neighbours, minDist, resolution: RESOLUTIONS[detail] ?? 1 });
    onClose();
  }

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
        <NumberInput
          label={t('map.neighbours')}
          description={t('map.neighboursHelp')}
          value={neighbours}
          onChange={(value) => setNeighbours(clamp(value, 2, 200, 15))}
          min={2}
          max={200}
          clampBehavior="blur"
          allowDecimal={false}
        />
        <NumberInput
          label={t('map.minDist')}
          description={t('map.minDistHelp')}
          value={minDist}
          onChange={(value) => setMinDist(clamp(value, 0, 1, 0.1))}
          min={0}
          max={1}
          step={0.05}
          decimalScale={2}
        />
        <Input.Wrapper label={t('map.resolution')} labelProps={{ id: 'map-detail' }} labelElement="div">
          <Slider
            value={detail}
            onChange={setDetail}
            min={0}
            max={RESOLUTIONS.length - 1}
            label={null}
            marks={[
              { value: 0, label: t('map.fewClusters') },
              { value: 2, label: t('map.usual') },
              { value: RESOLUTIONS.length - 1, label: t('map.manyClusters') },
            ]}
            mx="xl"
            mb="lg"
            mt={4}
            thumbProps={{ 'aria-labelledby': 'map-detail' }}
          />
        </Input.Wrapper>
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

function clamp(value: number | string, low: number, high: number, fallback: number): number {
  const number = typeof value === 'number' ? value : Number.parseFloat(value);
  return Number.isFinite(number) ? Math.max(low, Math.min(high, number)) : fallback;
}
