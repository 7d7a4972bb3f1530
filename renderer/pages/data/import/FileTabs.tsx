import { Skeleton, Tabs } from '@mantine/core';
import { lazy, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { columnRows } from './column-rows.ts';
import { missingFields } from './missing-fields.ts';

// Loaded when the tab is opened.
const MappingForm = lazy(async () => ({ default: (await import('./MappingForm.tsx')).MappingForm }));
const FileOptions = lazy(async () => ({ default: (await import('./FileOptions.tsx')).FileOptions }));

interface FileTabsProps {
  file: ImportFile;
  preview: Preview;
  examinedFile: ExaminedFile | undefined;
  onChange: (file: ImportFile) => void;
}

/** Tabs with a file's columns, mapping and options. Opens on the mapping while required fields are missing. */
export function FileTabs({ file, preview, examinedFile, onChange }: FileTabsProps) {
  const { t } = useTranslation();
  const [selectedTab, setSelectedTab] = useState<string | null>(null);
  const tab = selectedTab ?? (missingFields(file, preview).length > 0 ? 'mapping' : 'columns');
  return (
    <Tabs value={tab} onChange={setSelectedTab} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="columns">{t('data.import.columnsTab')}</Tabs.Tab>
        <Tabs.Tab value="mapping">{t('data.import.mapping')}</Tabs.Tab>
        <Tabs.Tab value="options">{t('data.import.options')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="columns">
        <ColumnsTable
          columns={columnRows(preview, examinedFile)}
          privacy={file.privacy ?? {}}
          onPrivacy={(column, choice) => onChange({ ...file, privacy: { ...file.privacy, [column]: choice } })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="mapping">
        <Suspense fallback={<Skeleton height={240} />}>
          <MappingForm file={file} preview={preview} guesses={examinedFile?.guesses ?? []} onChange={onChange} />
        </Suspense>
      </Tabs.Panel>
      <Tabs.Panel value="options">
        <Suspense fallback={<Skeleton height={240} />}>
          <FileOptions file={file} preview={preview} onChange={onChange} />
        </Suspense>
      </Tabs.Panel>
    </Tabs>
  );
}
