import { Anchor, Button, Stack, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { useFormat } from '../../base/format.ts';
import { notifyError } from '../../base/notify.tsx';
import { hashOf } from '../../base/route.ts';
import { leaveDetail } from '../../base/use-route.ts';
import { DataTable } from '../../components/DataTable.tsx';
import { announceDeletion } from '../../engine/announce-deletion.ts';
import { call } from '../../engine/use-call.ts';
import classes from './brief.module.css';

interface BriefListProps {
  briefs: Output<'brief.list'>['briefs'];
  /** Id of the displayed brief; null if there is none. */
  shown: string | null;
}

/** List of the workspace’s briefs, newest first, each with a link and a delete button. */
export function BriefList({ briefs, shown }: BriefListProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const remove = async (brief: string, name: string) => {
    const redo = () => {
      leaveDetail('brief', brief);
      return call('brief.delete', { brief });
    };
    await redo();
    announceDeletion(t('brief.deleted'), name, { undo: () => call('brief.restore', { brief }), redo });
  };
  return (
    <Stack gap="xs" className={classes.screenOnly} component="section" aria-label={t('brief.all')}>
      <Title order={2}>{t('brief.all')}</Title>
      <DataTable
        label={t('brief.all')}
        rows={briefs}
        rowKey={({ brief }) => brief}
        pageSize={10}
        selected={shown}
        columns={[
          {
            key: 'created',
            header: t('brief.created'),
            cell: ({ brief, created }) => (
              <Anchor href={hashOf('brief', brief)} aria-current={brief === shown ? 'page' : undefined}>
                {format.dateTime(created)}
              </Anchor>
            ),
            sort: ({ created }) => created,
          },
          {
            key: 'delete',
            header: t('brief.actions'),
            exported: () => null,
            numeric: true,
            width: 140,
            cell: ({ brief, created }) => (
              <Button
                size="compact-sm"
                variant="subtle"
                aria-label={t('brief.deleteOf', { time: format.dateTime(created) })}
                onClick={() => void remove(brief, format.dateTime(created)).catch(notifyError)}
              >
                {t('terms.delete')}
              </Button>
            ),
          },
        ]}
      />
    </Stack>
  );
}
