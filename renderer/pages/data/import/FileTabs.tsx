import { Tabs } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile } from '../../../../shared/contract/examine.ts';
import type { ImportFile, Preview } from '../../../../shared/contract/ingest.ts';
import { ColumnsTable } from './ColumnsTable.tsx';
import { columnRows } from './column-rows.ts';
import { FileOptions } from './FileOptions.tsx';
import { MappingForm } from './MappingForm.tsx';
import { stillNeeded } from './missing-fields.ts';

interface FileTabsProps {
  file: ImportFile;
  preview: Preview;
  examined: ExaminedFile | undefined;
  onChange: (file: ImportFile) => void;
}

/** A file's columns, what is where in it, and how it is read. What is still needed stands in front. */
export function FileTabs({ file, preview, examined, onChange }: FileTabsProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<string | null>(null);
  const tab = chosen ?? (stillNeeded(file, preview).length > 0 ? 'mapping' : 'columns');
  return (
    <Tabs value={tab} onChange={setChosen} keepMounted={false}>
      <Tabs.List mb="md">
        <Tabs.Tab value="columns">{t('importing.columnsTab')}</Tabs.Tab>
        <Tabs.Tab value="mapping">{t('importing.mapping')}</Tabs.Tab>
        <Tabs.Tab value="options">{t('importing.options')}</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="columns">
        <ColumnsTable
          columns={columnRows(preview, examined)}
          privacy={file.privacy ?? {}}
          onPrivacy={(column, choice) => onChange({ ...file, privacy: { ...file.privacy, [column]: choice } })}
        />
      </Tabs.Panel>
      <Tabs.Panel value="mapping">
        <MappingForm file={file} preview={preview} guesses={examined?.guesses ?? []} onChange={onChange} />
      </Tabs.Panel>
      <Tabs.Panel value="options">
        <FileOptions file={file} preview={preview} onChange={onChange} />
      </Tabs.Panel>
    </Tabs>
  );
}
