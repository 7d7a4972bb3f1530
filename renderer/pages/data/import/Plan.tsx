import { Button, Group } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { ExaminedFile, Remedy } from '../../../../shared/contract/examine.ts';
import type { ImportFile } from '../../../../shared/contract/import-file.ts';
import { mergeRemedy } from '../../../../shared/domain/merge-remedy.ts';
import { CleaningForm } from '../cleaning/CleaningForm.tsx';
import { suggestionsOf } from '../cleaning/suggestions.ts';
import { DoctorPanel } from '../doctor/DoctorPanel.tsx';
import { FileCard } from './FileCard.tsx';
import { keyOf, useImportFiles } from './import-files.ts';
import classes from './Plan.module.css';
import { useExamination, useFirstExamination } from './use-examination.ts';
import { useReady } from './use-ready.ts';

/** Import plan: doctor, files with their options, and cleaning steps. */
export function Plan({ onStart }: { onStart: () => void }) {
  const { t } = useTranslation();
  const { files, cleaning, uploadProgress, choose, change, remove, split, setCleaning } = useImportFiles();
  const { ready, bytes } = useReady(files);
  useFirstExamination(ready, bytes);
  const { result, active, current } = useExamination();
  const isImpossible = current && result !== null && result.result === null;
  const suggestions = useMemo(() => suggestionsOf(result), [result]);
  const apply = (index: number, file: ImportFile, remedy: Remedy) => {
    const settings = mergeRemedy({ file, cleaning }, remedy);
    change(index, settings.file);
    setCleaning(settings.cleaning);
  };
  return (
    <>
      <DoctorPanel ready={ready} bytes={bytes} />
      {files.map((file, index) => (
        <FileCard
          key={keyOf(file)}
          file={file}
          cleaning={cleaning}
          examining={active && result === null}
          examinedTables={result?.files.filter((examinedFile) => matchesFile(examinedFile, file)) ?? []}
          onChange={(changed) => change(index, changed)}
          onRemedy={(remedy) => apply(index, file, remedy)}
          onSplit={(tables) => split(index, tables)}
          onRemove={() => remove(index)}
        />
      ))}
      <CleaningForm cleaning={cleaning} suggestions={suggestions} onChange={setCleaning} />
      <Group justify="space-between" className={classes.foot}>
        <Button
          variant="default"
          loading={uploadProgress !== null}
          onClick={choose}
          leftSection={<IconPlus size={16} aria-hidden />}
        >
          {t('data.import.addFiles')}
        </Button>
        <Button size="md" disabled={!ready || isImpossible} onClick={onStart}>
          {t('data.import.start', { count: files.length })}
        </Button>
      </Group>
    </>
  );
}

/** Whether an examination result belongs to a file, or to its selected table. */
function matchesFile(examinedFile: ExaminedFile, { file, inner }: ImportFile): boolean {
  return examinedFile.file === file && (inner === undefined || examinedFile.source.inner === inner);
}
