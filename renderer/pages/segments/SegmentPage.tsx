import { Button, Code, Group, Paper, SimpleGrid, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconFileTypeCsv, IconMap2, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../shared/contract/index.ts';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { ConfirmDelete } from '../../components/ConfirmDelete.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Figure } from '../../components/Figure.tsx';
import { Page } from '../../components/Page.tsx';
import { UsersExportNotice } from '../../components/UsersExportNotice.tsx';
import { useAction } from '../../engine/use-action.ts';
import { call, useCall } from '../../engine/use-call.ts';
import { LiftTable } from '../../segments/LiftTable.tsx';
import { segmentDeletion } from '../../segments/segment-changes.ts';
import { MembersTable } from './MembersTable.tsx';
import { useDefinitionText } from './use-definition-text.ts';

/** One segment: size, definition, distinguishing features, and members. */
export function SegmentPage({ name }: { name: string }) {
  const { t } = useTranslation();
  const { data, error } = useCall('segment.get', { segment: name, limit: 0 });
  const segmentExport = useAction(() => call('segment.export', { segment: name }));
  const deletion = segmentDeletion(name);
  const [deleting, { open, close }] = useDisclosure(false);
  const actions = (
    <>
      <BackButton to="segments" label={t('segments.notFoundBack')} />
      {data && (
        <>
          <Button
            component="a"
            variant="default"
            href={hashOf('explore', null, { where: printRule({ segment: name }) })}
            leftSection={<IconMap2 size={16} aria-hidden />}
          >
            {t('segments.explore')}
          </Button>
          <Button variant="default" onClick={open} leftSection={<IconTrash size={16} aria-hidden />}>
            {t('terms.delete')}
          </Button>
          <Button
            loading={segmentExport.busy}
            onClick={() => void segmentExport.start()}
            leftSection={<IconFileTypeCsv size={16} aria-hidden />}
          >
            {t('segments.export')}
          </Button>
        </>
      )}
    </>
  );
  return (
    <Page title={name} actions={actions}>
      {segmentExport.error !== null && <ErrorNotice error={segmentExport.error} />}
      {segmentExport.done && <UsersExportNotice title={t('segments.exported')} exported={segmentExport.done} />}
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : data ? (
        <SegmentDetails data={data} />
      ) : (
        <Skeleton height={480} />
      )}
      <ConfirmDelete
        opened={deleting}
        onClose={close}
        name={name}
        texts={{
          title: t('segments.deleteTitle'),
          text: t('segments.deleteText', { name }),
          done: t('segments.deleted'),
        }}
        remove={deletion.redo}
        restore={deletion.undo}
        backTo="segments"
      />
    </Page>
  );
}

function SegmentDetails({ data }: { data: Output<'segment.get'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const describe = useDefinitionText(data.map);
  const { kind, text } = describe(data.definition);
  return (
    <Stack gap="lg">
      <SimpleGrid cols={{ base: 2, sm: 4 }}>
        <Figure label={t('segments.usersFigure')} value={format.number(data.size)} />
        <Figure label={t('segments.shareFigure')} value={format.percent(data.size / Math.max(1, data.users))} />
        <Figure label={t('segments.defined')} value={kind} />
        <Figure label={t('segments.created')} value={format.day(data.created)} />
      </SimpleGrid>
      <Paper withBorder p="md">
        <Title order={2} mb={4}>
          {t('segments.definition')}
        </Title>
        <Text>{text}</Text>
        {data.rule !== null && (
          <Group justify="space-between" mt="sm" wrap="nowrap" align="flex-start">
            <Code block flex={1} style={{ whiteSpace: 'pre-wrap' }}>
              {data.rule}
            </Code>
            <Button
              component="a"
              size="xs"
              variant="subtle"
              href={hashOf('segments', null, { new: 'rule', rule: data.rule })}
            >
              {t('segments.edit')}
            </Button>
          </Group>
        )}
      </Paper>
      <Stack gap="xs">
        <div>
          <Title order={2}>{t('segments.liftTable')}</Title>
          <Text size="sm" c="dimmed" maw={860}>
            {t('segments.liftHelp', { tested: format.number(data.tested) })}
          </Text>
        </div>
        {data.lift.kind.length > 0 ? (
          <LiftTable lift={data.lift} />
        ) : (
          <Text c="dimmed">{t('segments.nothingStandsOut')}</Text>
        )}
      </Stack>
      <Stack gap="xs">
        <div>
          <Title order={2}>{t('segments.members')}</Title>
          <Text size="sm" c="dimmed">
            {t('segments.membersCount')}
          </Text>
        </div>
        {data.size > 0 && <MembersTable segment={data.name} size={data.size} map={data.map} />}
      </Stack>
    </Stack>
  );
}
