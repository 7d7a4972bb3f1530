import { ActionIcon, Group, Stack, Text, Title, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '../base/format.ts';
import { DeleteRun } from './DeleteRun.tsx';
import { RenameRun } from './RenameRun.tsx';
import type { Run } from './run-facts.ts';
import { pageOf, runTitle } from './run-facts.ts';
import { StaleBadge } from './StaleBadge.tsx';

/** Title and note of a run, with buttons to edit them and to delete the run. */
export function RunHeader({ run }: { run: Run }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [renaming, rename] = useDisclosure(false);
  const [deleting, remove] = useDisclosure(false);
  const facts = [
    run.title === '' ? null : run.id,
    format.dateTime(run.created),
    run.parent && t('runs.from', { run: run.parent }),
  ];
  return (
    <Stack gap={2}>
      <Group gap={4} wrap="nowrap">
        <Title order={2} mr={4}>
          {runTitle(run)}
        </Title>
        <Tooltip label={t('terms.rename')}>
          <ActionIcon variant="subtle" color="gray" onClick={rename.open} aria-label={t('terms.rename')}>
            <IconPencil size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <Tooltip label={t('terms.delete')}>
          <ActionIcon variant="subtle" color="gray" onClick={remove.open} aria-label={t('terms.delete')}>
            <IconTrash size={17} stroke={1.6} />
          </ActionIcon>
        </Tooltip>
        <StaleBadge run={run} />
      </Group>
      <Text size="sm" c="dimmed">
        {facts.filter(Boolean).join(' · ')}
      </Text>
      {run.note !== '' && (
        <Text size="sm" maw={820} style={{ whiteSpace: 'pre-wrap' }}>
          {run.note}
        </Text>
      )}
      <RenameRun run={run} opened={renaming} onClose={rename.close} />
      <DeleteRun run={run} opened={deleting} onClose={remove.close} backTo={pageOf(run)} />
    </Stack>
  );
}
