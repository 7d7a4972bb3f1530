import { Anchor, Badge, Button, Code, Skeleton, Text, Tooltip } from '@mantine/core';
import { IconMathFunction, IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { TraitSummary } from '../../../shared/contract/traits.ts';
import { useFormat } from '../../base/format.ts';
import { messageOf } from '../../base/message-of.ts';
import { hashOf } from '../../base/route.ts';
import { navigate } from '../../base/use-route.ts';
import { BackButton } from '../../components/BackButton.tsx';
import { type Column, DataTable } from '../../components/DataTable.tsx';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorNotice } from '../../components/ErrorNotice.tsx';
import { Page } from '../../components/Page.tsx';
import { useCall } from '../../engine/use-call.ts';

/** All computed traits of the workspace. */
export function TraitList() {
  const { t } = useTranslation();
  const { data, error } = useCall('traits.list', {});
  const createButton = (
    <Button component="a" href={hashOf('traits', null, { new: '1' })} leftSection={<IconPlus size={16} aria-hidden />}>
      {t('traits.create')}
    </Button>
  );
  const hasTraits = data && data.traits.length > 0;
  return (
    <Page
      title={t('traits.title')}
      description={t('traits.description')}
      actions={
        <>
          <BackButton to="segments" label={t('segments.notFoundBack')} />
          {hasTraits && createButton}
        </>
      }
    >
      {error !== null && <ErrorNotice error={error} />}
      {!data ? (
        error === null && <Skeleton height={240} />
      ) : hasTraits ? (
        <TraitTable traits={data.traits} />
      ) : (
        <EmptyState icon={IconMathFunction} title={t('traits.emptyTitle')} text={t('traits.emptyText')}>
          {createButton}
        </EmptyState>
      )}
    </Page>
  );
}

function TraitTable({ traits }: { traits: readonly TraitSummary[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  const columns: Column<TraitSummary>[] = [
    {
      key: 'name',
      header: t('traits.name'),
      cell: ({ name, description }) => (
        <>
          <Anchor size="sm" fw={500} href={hashOf('traits', name)} onClick={(event) => event.stopPropagation()}>
            {name}
          </Anchor>
          {description !== '' && (
            <Text size="xs" c="dimmed" lineClamp={2}>
              {description}
            </Text>
          )}
        </>
      ),
      exported: ({ name }) => name,
      sort: ({ name }) => name,
    },
    {
      key: 'formula',
      header: t('traits.formula'),
      cell: ({ formula }) => <Code style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{formula}</Code>,
      exported: ({ formula }) => formula,
    },
    {
      key: 'values',
      header: t('traits.values'),
      cell: (trait) => <Kind trait={trait} />,
      exported: ({ kind }) => (kind === null ? t('traits.invalid') : t(`traits.kinds.${kind}`)),
      sort: ({ kind }) => kind ?? '',
    },
    { key: 'unit', header: t('traits.unit'), cell: ({ unit }) => unit, sort: ({ unit }) => unit },
    { key: 'usedBy', header: t('traits.usedBy'), cell: (trait) => usesOf(trait).join(', ') || t('traits.unused') },
    {
      key: 'created',
      header: t('traits.created'),
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
      label={t('traits.list')}
      columns={columns}
      rows={traits}
      rowKey={({ name }) => name}
      initialOrder={{ key: 'name', descending: false }}
      onRowClick={({ name }) => navigate('traits', name)}
    />
  );
}

const usesOf = ({ segments, traits }: TraitSummary) => [...segments, ...traits];

function Kind({ trait: { kind, error } }: { trait: TraitSummary }) {
  const { t } = useTranslation();
  if (kind !== null) return t(`traits.kinds.${kind}`);
  return (
    <Tooltip label={error && messageOf(error, t).message}>
      <Badge color="red.9" variant="light" tt="none">
        {t('traits.invalid')}
      </Badge>
    </Tooltip>
  );
}
