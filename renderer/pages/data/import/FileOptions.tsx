import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Encoding, type ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import { type Field, fields, isField } from '../../../../shared/domain/mapping.ts';
import { zoneNames } from '../../../components/zone-names.ts';
import { encodingText, hasEncoding } from '../report/source-text.ts';
import { PresetSelect } from './PresetSelect.tsx';

interface FileOptionsProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
}

const AUTO_DETECT = '';

/** Preset, encoding, time zone, duplicate handling and key of a file. */
export function FileOptions({ file, preview, onChange }: FileOptionsProps) {
  const { t } = useTranslation();
  const setEncoding = (chosen: string | null) => {
    const { encoding: _, ...rest } = file;
    const encoding = Encoding.safeParse(chosen);
    onChange(encoding.success ? { ...rest, encoding: encoding.data } : rest);
  };
  const setRepeats = (repeats: string | null) => {
    const { repeats: _, ...rest } = file;
    onChange(repeats === 'drop' || repeats === 'keep' ? { ...rest, repeats } : rest);
  };
  const setKey = (names: string[]) => {
    const { key: _, ...rest } = file;
    const key: Field[] = names.filter(isField);
    onChange(key.length > 0 ? { ...rest, key } : rest);
  };
  const mapped = fields.filter((field) => preview.mapping[field] !== undefined);
  return (
    <SimpleGrid cols={{ base: 1, xs: 2, md: 3 }} spacing="md">
      <PresetSelect file={file} preview={preview} onChange={onChange} label={t('data.import.preset')} />
      <Select
        label={t('data.import.encoding')}
        description={t('data.import.encodingHelp')}
        allowDeselect={false}
        disabled={!hasEncoding(preview.source)}
        value={file.encoding ?? AUTO_DETECT}
        onChange={setEncoding}
        data={[
          {
            value: AUTO_DETECT,
            label: t('data.import.encodingGuess', { encoding: encodingText(preview.source.encoding) }),
          },
          ...Encoding.options.map((value) => ({ value, label: encodingText(value) })),
        ]}
      />
      <Select
        label={t('data.import.zone')}
        description={t('data.import.zoneHelp')}
        searchable
        allowDeselect={false}
        limit={100}
        disabled={preview.timeKind !== 'clock'}
        value={file.zone ?? 'UTC'}
        onChange={(zone) => zone && onChange({ ...file, zone })}
        data={zoneNames}
      />
      {preview.kind === 'events' && (
        <>
          <Select
            label={t('data.import.repeats')}
            description={t('data.import.repeatsHelp')}
            allowDeselect={false}
            value={file.repeats ?? 'auto'}
            onChange={setRepeats}
            data={[
              { value: 'auto', label: t('data.import.repeatsAuto') },
              { value: 'drop', label: t('data.import.repeatsDrop') },
              { value: 'keep', label: t('data.import.repeatsKeep') },
            ]}
          />
          <MultiSelect
            label={t('data.import.key')}
            description={t('data.import.keyHelp')}
            clearable
            value={file.key ?? []}
            onChange={setKey}
            data={mapped.map((field) => ({ value: field, label: t(`data.fields.${field}`) }))}
          />
        </>
      )}
    </SimpleGrid>
  );
}
