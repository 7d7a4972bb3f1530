import { Anchor, Skeleton, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Movement, Shift } from '../../../../shared/contract/movement.ts';
import { type Format, useFormat } from '../../../base/format.ts';
import { hashOf } from '../../../base/route.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { ErrorNotice } from '../../../components/ErrorNotice.tsx';
import { itemTitle } from '../../../components/item-title.ts';
import { useJobQuery } from '../../../engine/use-job-query.ts';

/** Which users’ profiles differ most between two runs, and how their behaviour has changed. */
export function MovementPanel({ base, run }: { base: string; run: string }) {
  const { t } = useTranslation();
  const { answer, error } = useJobQuery('profile.movement', { base, run });
  return (
    <Stack gap="xs" component="section" aria-label={t('model.movement.title')}>
      <Title order={2}>{t('model.movement.title')}</Title>
      <Text size="sm" c="dimmed" maw={860}>
        {t('model.movement.help', { base, run })}
      </Text>
      {error !== null ? (
        <ErrorNotice error={error} />
      ) : answer ? (
        <MovementDetail movement={answer} />
      ) : (
        <Skeleton height={240} />
      )}
    </Stack>
  );
}

function MovementDetail({ movement }: { movement: Movement }) {
  const { t, i18n } = useTranslation();
  const format = useFormat();
  const { base, run, users, onlyRun, onlyBase, fit, newEvents, correlation, movers } = movement;
  const shiftText = (shift: Shift) => describeShift(shift, i18n.language, format);
  return (
    <>
      <Text size="sm">{t('model.movement.users', { count: users, onlyRun, onlyBase, run, base })}</Text>
      <Text size="sm">{t('model.movement.fit', { share: format.percent(fit), base, run })}</Text>
      <Text size="sm">
        {correlation === null
          ? t('model.movement.noEvents', { base })
          : t('model.movement.newEvents', { count: newEvents, base, correlation: format.number(correlation, 2) })}
      </Text>
      <DataTable
        label={t('model.movement.title')}
        rows={movers}
        rowKey={({ user }) => user}
        pageSize={10}
        columns={[
          {
            key: 'user',
            header: t('model.movement.user'),
            cell: ({ user }) => <Anchor href={hashOf('users', user)}>{user}</Anchor>,
          },
          {
            key: 'distance',
            header: t('model.movement.distance'),
            numeric: true,
            cell: ({ distance }) => format.number(distance, 2),
          },
          {
            key: 'newEvents',
            header: t('model.movement.events'),
            numeric: true,
            cell: (mover) => format.number(mover.newEvents),
          },
          {
            key: 'shifts',
            header: t('model.movement.shifts'),
            cell: ({ shifts }) => shifts.map(shiftText).join(t('model.movement.separator')) || t('terms.none'),
          },
        ]}
      />
    </>
  );
}

function describeShift(shift: Shift, language: string, format: Format): string {
  const { name, title, titleEn } = shift;
  return `${itemTitle(language, { item: name, title, titleEn })} ${format.percent(shift.earlierShare, 0)} → ${format.percent(shift.share, 0)}`;
}
