import { Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFile, Preview } from '../../../../shared/contract/ingest.ts';

interface FileOptionsProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
}

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
const GUESS = '';

/** Format, time zone and repeats of a file. */
export function FileOptions({ file, preview, onChange }: FileOptionsProps) {
  const { t } = useTranslation();
  const setPreset = (preset: string | null) => {
    const { mapping: _mapping, preset: _preset, ...rest } = file;
    onChange(preset ? { ...rest, preset } : rest);
  };
  const setRepeats = (repeats: string | null) => {
    const { repeats: _, ...rest } = file;
    onChange(repeats === 'drop' || repeats === 'keep' ? { ...rest, repeats } : rest);
  };
  return (
    <SimpleGrid cols={3}>
      <Select
        label={t('importing.preset')}
        description={t('importing.presetHelp')}
        allowDeselect={false}
        value={preview.preset ?? GUESS}
        onChange={setPreset}
        data={[
          { value: GUESS, label: t('importing.presetGuess') },
          ...preview.presets.map(({ name, title }) => ({ value: name, label: title })),
        ]}
      />
      <Select
        label={t('importing.zone')}
        description={t('importing.zoneHelp')}
        searchable
        allowDeselect={false}
        limit={100}
        disabled={preview.timeKind !== 'clock'}
        value={file.zone ?? 'UTC'}
        onChange={(zone) => zone && onChange({ ...file, zone })}
        data={zones}
      />
      <Select
        label={t('importing.repeats')}
        description={t('importing.repeatsHelp')}
        allowDeselect={false}
        value={file.repeats ?? 'auto'}
        onChange={setRepeats}
        data={[
          { value: 'auto', label: t('importing.repeatsAuto') },
          { value: 'drop', label: t('importing.repeatsDrop') },
          { value: 'keep', label: t('importing.repeatsKeep') },
        ]}
      />
    </SimpleGrid>
  );
}
