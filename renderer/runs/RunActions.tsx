import { ActionIcon, Tooltip } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../components/BackButton.tsx';
import { useDialog } from '../components/use-dialog.ts';
import { pageOf, type Run } from './run-facts.ts';
import { StaleBadge } from './StaleBadge.tsx';

const RenameRun = lazy(async () => ({ default: (await import('./RenameRun.tsx')).RenameRun }));
const DeleteRun = lazy(async () => ({ default: (await import('./DeleteRun.tsx')).DeleteRun }));

/** Buttons of a run's page: rename, delete, and back to the list. */
export function RunActions({ run }: { run: Run }) {
  const { t } = useTranslation();
  const rename = useDialog();
  const remove = useDialog();
  return (
    <>
      <StaleBadge run={run} />
      <Tooltip label={t('terms.rename')}>
        <ActionIcon size="lg" variant="subtle" color="gray" onClick={rename.open} aria-label={t('terms.rename')}>
          <IconPencil size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <Tooltip label={t('terms.delete')}>
        <ActionIcon size="lg" variant="subtle" color="gray" onClick={remove.open} aria-label={t('terms.delete')}>
          <IconTrash size={18} stroke={1.6} />
        </ActionIcon>
      </Tooltip>
      <BackButton to="models" label={t('terms.allRuns')} />
      <Suspense>
        {rename.used && <RenameRun run={run} opened={rename.opened} onClose={rename.close} />}
        {remove.used && <DeleteRun run={run} opened={remove.opened} onClose={remove.close} backTo={pageOf(run)} />}
      </Suspense>
    </>
  );
}
