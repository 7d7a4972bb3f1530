import { Button, Skeleton, Text } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileTypeCsv, IconPencil, IconTrash } from '@tabler/icons-react';
import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PredictionRow } from '../../../shared/contract/prediction.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { UsersExportNotice } from '../../components/UsersExportNotice.tsx';
import { useAction } from '../../engine/use-action.ts';
import { call, useCall } from '../../engine/use-call.ts';
import { predictionTitle } from '../../predictions/prediction-title.ts';
import { targetText } from '../../predictions/target-text.ts';
import { DeleteRun } from '../../runs/DeleteRun.tsx';
import { RenameRun } from '../../runs/RenameRun.tsx';
import { PredictionDetail } from './PredictionDetail.tsx';

/** Page of one prediction: how well it predicts, and the scores of all users. */
export function PredictionPage({ run }: { run: string }) {
  const { t } = useTranslation();
  const { data, error } = useCall('prediction.get', { run });
  const exporting = useAction(() => call('prediction.export', { run }));
  const [deleting, { open, close }] = useDisclosure(false);
  const [renaming, rename] = useDisclosure(false);
  const title = data ? predictionTitle(t, data.summary) : run;
  const problem = error ?? exporting.error;
  return (
    <Page
      title={title}
      description={data && descriptionOf(t, data.summary)}
      actions={
        <>
          <BackButton to="predictions" label={t('predictions.all')} />
          <Button variant="default" onClick={rename.open} leftSection={<IconPencil size={16} aria-hidden />}>
            {t('terms.rename')}
          </Button>
          <Button variant="default" onClick={open} leftSection={<IconTrash size={16} aria-hidden />}>
            {t('terms.delete')}
          </Button>
          <Button
            loading={exporting.busy}
            onClick={() => void exporting.start()}
            leftSection={<IconFileTypeCsv size={16} aria-hidden />}
          >
            {t('predictions.export')}
          </Button>
        </>
      }
    >
      {problem !== null && <ErrorNotice error={problem} />}
      {exporting.done && <UsersExportNotice title={t('predictions.exported')} exported={exporting.done} />}
      {data && data.summary.note !== '' && (
        <Text size="sm" maw={820} style={{ whiteSpace: 'pre-wrap' }}>
          {data.summary.note}
        </Text>
      )}
      {data ? <PredictionDetail prediction={data} /> : error === null && <Skeleton height={480} />}
      {data && (
        <RenameRun
          run={{ id: run, title: data.summary.title, note: data.summary.note }}
          defaultTitle={targetText(t, data.summary.target)}
          opened={renaming}
          onClose={rename.close}
        />
      )}
      <DeleteRun run={{ id: run, title }} opened={deleting} onClose={close} backTo="predictions" />
    </Page>
  );
}

function descriptionOf(t: TFunction, { run, parent, title, target }: PredictionRow): string {
  const from = t('predictions.from', { run, parent: parent ?? t('predictions.fresh') });
  return title === '' ? from : `${targetText(t, target)} · ${from}`;
}
