import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/ingest.ts';
import { CleaningForm } from '../cleaning/CleaningForm.tsx';
import { suggestionsOf } from '../cleaning/suggestions.ts';
import { DoctorPanel } from '../doctor/DoctorPanel.tsx';
import { mergeRemedy } from '../doctor/merge-remedy.ts';
import { FileCard } from './FileCard.tsx';
import { keyOf, useImportFiles } from './import-files.ts';
import classes from './Plan.module.css';
import { useExamination, useFirstExamination } from './use-examination.ts';
import { useReady } from './use-ready.ts';

/** What is about to be imported: each file, what the doctor says of it, and the cleaning steps. */
export function Plan({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation();
  const { files, cleaning, sent, choose, change, remove, split, setCleaning } = useImportFiles();
  const { ready, bytes } = useReady(files);
  useFirstExamination(ready, bytes);
  const { result } = useExamination();
  const suggestions = useMemo(() => suggestionsOf(result), [result]);
  const apply = (place: number, file: ImportFile, remedy: Remedy) => {
    const merged = mergeRemedy({ file, cleaning }, remedy);
    change(place, merged.file);
    setCleaning(merged.cleaning);
  };
  return (
    <>
      <DoctorPanel ready={ready} bytes={bytes} />
      {files.map((file, place) => (
        <FileCard
          key={keyOf(file)}
          file={file}
          cleaning={cleaning}
          examined={result?.files.filter((one) => isOf(one, file)) ?? []}
          onChange={(changed) => change(place, changed)}
          onRemedy={(remedy) => apply(place, file, remedy)}
          onSplit={(tables) => split(place, tables)}
          onRemove={() => remove(place)}
        />
      ))}
      <CleaningForm cleaning={cleaning} suggestions={suggestions} onChange={setCleaning} />
      <Group justify="space-between" className={classes.foot}>
        <Button
          variant="default"
          loading={sent !== null}
          onClick={choose}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('importing.addFiles')}
        </Button>
        <Button size="md" disabled={!ready} onClick={onStart}>
          {t('importing.start', { count: files.length })}
        </Button>
      </Group>
    </>
  );
}

/** Whether the doctor said something of a file, or of the table of it that is taken. */
function isOf(examined: ExaminedFile, { file, inner }: ImportFile): boolean {
  return examined.file === file && (inner === undefined || examined.source.inner === inner);
}
