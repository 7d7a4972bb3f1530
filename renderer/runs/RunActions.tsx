import { ActionIcon, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { BackButton } from '../components/BackButton.tsx';
import { DeleteRun } from './DeleteRun.tsx';
import { RenameRun } from './RenameRun.tsx';
import { pageOf, type Run } from './run-facts.ts';
import { StaleBadge } from './StaleBadge.tsx';

/** Buttons of a run's page: rename, delete, and back to the list. */
export function RunActions({ run }: { run: Run }) {
  const { t } = useTranslation();
  const [renaming, rename] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
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
      <RenameRun run={run} opened={renaming} onClose={rename.close} />
      <DeleteRun run={run} opened={deleting} onClose={remove.close} backTo={pageOf(run)} />
    </>
  );
}
