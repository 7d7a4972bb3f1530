import { Input, NumberInput, Slider } from '@mantine/core';
import { useTranslation } from 'react-i18next';

interface Settings {
  neighbours: number;
  minDist: number;
  /** Level of detail of the clusters: an index of `RESOLUTIONS`. */
  detail: number;
}

const RESOLUTIONS = [0.25, 0.5, 1, 2, 4];

export const INITIAL_SETTINGS: Settings = { neighbours: 15, minDist: 0.1, detail: 2 };

/** Returns the resolution of the clusters for a level of detail. */
export const resolutionOf = (detail: number) => RESOLUTIONS[detail] ?? 1;

interface MapSettingsProps {
  settings: Settings;
  onChange: (settings: Settings) => void;
}

/** Settings of a map's layout and of its clusters. */
export function MapSettings({ settings, onChange }: MapSettingsProps) {
  const { t } = useTranslation();
  return (
    <>
      <NumberInput
        label={t('map.neighbours')}
        description={t('map.neighboursHelp')}
        value={settings.neighbours}
        onChange={(value) => onChange({ ...settings, neighbours: clamp(value, 2, 200, INITIAL_SETTINGS.neighbours) })}
        min={2}
        max={200}
        clampBehavior="blur"
        allowDecimal={false}
      />
      <NumberInput
        label={t('map.minDist')}
        description={t('map.minDistHelp')}
        value={settings.minDist}
        onChange={(value) => onChange({ ...settings, minDist: clamp(value, 0, 1, INITIAL_SETTINGS.minDist) })}
        min={0}
        max={1}
        step={0.05}
        decimalScale={2}
      />
      <DetailSlider value={settings.detail} onChange={(detail) => onChange({ ...settings, detail })} />
    </>
  );
}

function DetailSlider({ value, onChange }: { value: number; onChange: (detail: number) => void }) {
  const { t } = useTranslation();
  return (
    <Input.Wrapper label={t('map.resolution')} labelProps={{ id: 'map-detail' }} labelElement="div">
      <Slider
        value={value}
        onChange={onChange}
        min={0}
        max={RESOLUTIONS.length - 1}
        label={null}
        marks={[
          { value: 0, label: t('map.fewClusters') },
          { value: INITIAL_SETTINGS.detail, label: t('map.usual') },
          { value: RESOLUTIONS.length - 1, label: t('map.manyClusters') },
        ]}
        mx="xl"
        mb="lg"
        mt={4}
        thumbProps={{ 'aria-labelledby': 'map-detail' }}
      />
    </Input.Wrapper>
  );
}

function clamp(value: number | string, low: number, high: number, fallback: number): number {
  const number = typeof value === 'number' ? value : Number.parseFloat(value);
  return Number.isFinite(number) ? Math.max(low, Math.min(high, number)) : fallback;
}
