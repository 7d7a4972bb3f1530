import { Skeleton } from '@mantine/core';
import { IconFileOff } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../../shared/contract/import-records.ts';
import { baseName } from '../../../base/base-name.ts';
import { useFormat } from '../../../base/format.ts';
import { BackButton } from '../../../components/BackButton.tsx';
import { EmptyState } from '../../../components/EmptyState.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { Page } from '../../../components/Page.tsx';
import { useCall } from '../../../engine/use-call.ts';
import { FactList } from '../FactList.tsx';
import { Counts } from './Counts.tsx';
import { ImportReport } from './ImportReport.tsx';
import { sourceText } from './source-text.ts';
import { UndoImport } from './UndoImport.tsx';

/** Page of one import: its facts, row counts, quality report and rejected rows, and the button to undo it. */
export function ImportPage({ id }: { id: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const { data, error } = useCall('ingest.imports', {});
  const currentRecord = data?.imports.find((entry) => entry.import === id);
  // Keeps an import that is being undone on screen until the page is left.
  const [record, setRecord] = useState(currentRecord);
  if (currentRecord && currentRecord !== record) setRecord(currentRecord);
  const imports = data?.imports ?? [];
  return (
    <Page
      title={record ? baseName(record.file) : t('data.report.open')}
      description={
        record &&
        t('data.report.describes', { kind: t(`data.kinds.${record.kind}`), when: format.dateTime(record.imported) })
      }
      actions={
        <>
          {record && (
            <UndoImport record={record} laterImports={imports.filter((entry) => entry.import > record.import)} />
          )}
          <BackToData />
        </>
      }
    >
      {error ? (
        <ErrorNotice error={error} />
      ) : !data ? (
        <Skeleton height={320} />
      ) : record ? (
        <>
          <Facts record={record} />
          <Counts counts={record} />
          <ImportReport record={record} />
        </>
      ) : (
        <EmptyState icon={IconFileOff} title={t('data.report.notFoundTitle')} text={t('data.report.notFoundText')} />
      )}
    </Page>
  );
}

function BackToData() {
  const { t } = useTranslation();
  return <BackButton to="data" label={t('data.report.back')} />;
}

function Facts({ record }: { record: ImportRecord }) {
  const { t } = useTranslation();
  const presets = useCall('ingest.presets', {}).data?.presets;
  const preset = presets?.find(({ name }) => name === record.preset);
  const facts: [string, string][] = [
    [t('data.report.preset'), preset?.title ?? record.preset ?? t('data.report.presetNone')],
    [t('data.report.fileFormat'), sourceText(t, record.source)],
    [t('data.times'), t(`data.timeKinds.${record.timeKind}`)],
  ];
  return <FactList facts={facts} />;
}
