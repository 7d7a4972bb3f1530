import { MultiSelect, Select, SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Encoding, type ImportFile, type Preview } from '../../../../shared/contract/ingest.ts';
import { type Field, fields, isField } from '../../../../shared/domain/mapping.ts';
import { encodingText, hasEncoding } from '../report/source-text.ts';
import { PresetSelect } from './PresetSelect.tsx';

interface FileOptionsProps {
  file: ImportFile;
  preview: Preview;
  onChange: (file: ImportFile) => void;
}

const zones = ['UTC', ...Intl.supportedValuesOf('timeZone').filter((zone) => zone !== 'UTC')];
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
    <SimpleGrid cols={3} spacing="md">
      <PresetSelect file={file} preview={preview} onChange={onChange} label={t('importing.preset')} />
      <Select
        label={t('importing.encoding')}
        description={t('importing.encodingHelp')}
        allowDeselect={false}
        disabled={!hasEncoding(preview.source)}
        value={file.encoding ?? AUTO_DETECT}
        onChange={setEncoding}
        data={[
          {
            value: AUTO_DETECT,
            label: t('importing.encodingGuess', { encoding: encodingText(preview.source.encoding) }),
          },
          ...Encoding.options.map((value) => ({ value, label: encodingText(value) })),
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
      {preview.kind === 'events' && (
        <>
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
          <MultiSelect
            label={t('importing.key')}
            description={t('importing.keyHelp')}
            clearable
            value={file.key ?? []}
            onChange={setKey}
            data={mapped.map((field) => ({ value: field, label: t(`importing.fields.${field}`) }))}
          />
        </>
      )}
    </SimpleGrid>
  );
}
