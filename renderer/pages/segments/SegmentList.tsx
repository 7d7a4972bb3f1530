import { Anchor, Badge, Button, Group, Skeleton, Text } from '@mantine/core';
import { IconLasso, IconMathFunction, IconPlus, IconTargetArrow } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SegmentSummary } from '../../../shared/contract/segment.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { NextStep } from '../../components/NextStep.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';
import { useDefinitionText } from './use-definition-text.ts';

/** All segments of the workspace. */
export function SegmentList({ users }: { users: number }) {
  const { t } = useTranslation();
  const { data, error } = useCall('segment.list', {});
  const createButton = (
    <Button
      component="a"
      href={hashOf('segments', null, { new: 'rule' })}
      leftSection={<IconPlus size={16} aria-hidden />}
    >
      {t('segments.create')}
    </Button>
  );
  const drawButton = (
    <Button
      component="a"
      href={hashOf('explore', null, { tool: 'lasso' })}
      variant="default"
      leftSection={<IconLasso size={16} aria-hidden />}
    >
      {t('segments.draw')}
    </Button>
  );
  const hasSegments = data && data.segments.length > 0;
  return (
    <Page
      title={t('segments.title')}
      description={t('segments.description')}
      actions={
        <>
          <Button
            component="a"
            href={hashOf('traits')}
            variant="default"
            leftSection={<IconMathFunction size={16} aria-hidden />}
          >
            {t('traits.title')}
          </Button>
          {hasSegments && (
            <>
              {drawButton}
              {createButton}
            </>
          )}
        </>
      }
    >
      <NextStep currentPage="segments" />
      {error !== null && <ErrorNotice error={error} />}
      {!data ? (
        error === null && <Skeleton height={240} />
      ) : hasSegments ? (
        <SegmentTable segments={data.segments} users={users} />
      ) : (
        <EmptyState icon={IconTargetArrow} title={t('segments.emptyTitle')} text={t('segments.emptyText')}>
          <Group>
            {createButton}
            {drawButton}
          </Group>
        </EmptyState>
      )}
    </Page>
  );
}

function SegmentTable({ segments, users }: { segments: readonly SegmentSummary[]; users: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const describe = useDefinitionText();
  const columns: Column<SegmentSummary>[] = [
    {
      key: 'name',
      header: t('segments.name'),
      cell: ({ name }) => (
        <Anchor size="sm" fw={500} href={hashOf('segments', name)} onClick={(event) => event.stopPropagation()}>
          {name}
        </Anchor>
      ),
      sort: ({ name }) => name,
    },
    {
      key: 'defined',
      header: t('segments.defined'),
      cell: ({ definition }) => {
        const { kind, text } = describe(definition);
        return (
          <Group gap="xs" wrap="nowrap" align="flex-start">
            <Badge variant="light" tt="none" fw={600} flex="none">
              {kind}
            </Badge>
            <Text size="sm" lineClamp={2}>
              {text}
            </Text>
          </Group>
        );
      },
    },
    {
      key: 'size',
      header: t('terms.size'),
      cell: ({ size }) => format.number(size),
      sort: ({ size }) => size,
      numeric: true,
    },
    {
      key: 'share',
      header: t('segments.share'),
      cell: ({ size }) => format.percent(size / Math.max(1, users)),
      sort: ({ size }) => size,
      numeric: true,
    },
    {
      key: 'created',
      header: t('segments.created'),
      cell: ({ created }) => (
        <Text size="sm" style={{ whiteSpace: 'nowrap' }}>
          {format.dateTime(created)}
        </Text>
      ),
      sort: ({ created }) => created,
    },
  ];
  return (
    <DataTable
      label={t('segments.list')}
      columns={columns}
      rows={segments}
      rowKey={({ id }) => id}
      initialOrder={{ key: 'created', descending: true }}
      onRowClick={({ name }) => navigate('segments', name)}
    />
  );
}
