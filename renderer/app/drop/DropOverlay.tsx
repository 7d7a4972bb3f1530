import { Center, Overlay, Paper, Stack, Text } from '@mantine/core';
import { IconFileUpload } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useRoute } from '../../base/use-route.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import { useImportFiles } from '../../pages/data/import/import-files.ts';
import { useDropSheet } from './drop-sheet.ts';

/**
 * Accepts files dropped anywhere in the window and offers to import them or make a brief; on the import page of an open
 * workspace, adds them to the import. Visible while files are dragged over the window. Without it, a browser would
 * navigate to a dropped file.
 */
export function DropOverlay() {
  const { t } = useTranslation();
  const route = useRoute();
  const workspace = useWorkspace();
  const isImportPage = workspace != null && route?.page === 'data' && route.id === 'import';
  const drop = useImportFiles((state) => state.drop);
  const openSheet = useDropSheet((state) => state.open);
  const [dragging, setDragging] = useState(false);
  useEffect(() => {
    const onDragOver = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(true);
    };
    const onDragLeave = (event: DragEvent) => {
      if (event.relatedTarget === null) setDragging(false);
    };
    const onDrop = (event: DragEvent) => {
      if (!hasFiles(event)) return;
      event.preventDefault();
      setDragging(false);
      const files = [...(event.dataTransfer?.files ?? [])];
      if (files.length === 0) return;
      if (isImportPage) void drop(files);
      else void openSheet(files);
    };
    window.addEventListener('dragover', onDragOver);
    window.addEventListener('dragleave', onDragLeave);
    window.addEventListener('drop', onDrop);
    return () => {
      window.removeEventListener('dragover', onDragOver);
      window.removeEventListener('dragleave', onDragLeave);
      window.removeEventListener('drop', onDrop);
    };
  }, [drop, openSheet, isImportPage]);
  if (!dragging) return null;
  return (
    <Overlay fixed backgroundOpacity={0.35} zIndex={1000} style={{ pointerEvents: 'none' }}>
      <Center h="100%">
        <Paper shadow="md" p="xl" role="status">
          <Stack align="center" gap="xs">
            <IconFileUpload size={44} stroke={1.4} color="var(--mantine-primary-color-filled)" aria-hidden />
            <Text fw={600} size="lg">
              {t('app.dropToImport')}
            </Text>
          </Stack>
        </Paper>
      </Center>
    </Overlay>
  );
}

/** Whether a drag carries files rather than text or a link. */
const hasFiles = ({ dataTransfer }: DragEvent) => dataTransfer?.types.includes('Files') ?? false;
