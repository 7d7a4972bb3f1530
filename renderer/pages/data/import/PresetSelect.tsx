import { Select } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';

interface PresetSelectProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
  label: string;
}

const AUTO_DETECT = '';

/** Selects the preset (known export format) of a file; discards a mapping made by hand. */
export function PresetSelect({ file, preview, onChange, label }: PresetSelectProps) {
  const { t } = useTranslation();
  const choose = (preset: string | null) => {
    const { mapping: _mapping, preset: _preset, ...rest } = file;
    onChange(preset ? { ...rest, preset } : rest);
  };
  return (
    <Select
      label={label}
      description={t('data.import.presetHelp')}
      searchable
      allowDeselect={false}
      value={preview.preset ?? AUTO_DETECT}
      onChange={choose}
      data={[
        { value: AUTO_DETECT, label: t('data.import.presetGuess') },
        ...preview.presets.map(({ name, title }) => ({ value: name, label: title })),
      ]}
    />
  );
}
