import { Modal } from '@mantine/core';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useDropSheet } from './drop-sheet.ts';

const DropChoice = lazy(() => import('./DropChoice.tsx'));

/** Drawer over the page that offers to make a brief from dropped files, or only to import them. */
export function DropSheet() {
  const { t } = useTranslation();
  const { names, cancel } = useDropSheet();
  return (
    <Modal
      opened={names !== null}
      onClose={() => void cancel()}
      title={names && t('brief.drop.title', { count: names.length, names: names.join(', ') })}
      closeButtonProps={{ 'aria-label': t('terms.close') }}
      size="lg"
    >
      <Suspense>{names && <DropChoice />}</Suspense>
    </Modal>
  );
}
