import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cohorts } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import { HeatTable } from './HeatTable.tsx';
import { UsersLink } from './UsersLink.tsx';

const SHOWN = ['retention', 'net', 'gross'] as const;
type Shown = (typeof SHOWN)[number];

/** Retention and money of customers by the month of their first purchase. */
export function CohortsCard({ cohorts, hasMoney }: { cohorts: Cohorts; hasMoney: boolean }) {
  const { t } = useTranslation();
  const format = useFormat();
  const [shown, setShown] = useState<Shown>('retention');
  const { months, earlier, customers, buyers, net, gross } = cohorts;
  const size = months.length;
  const title = t('customers.cohorts.title');
  const labels = { retention: t('customers.cohorts.retention'), net: t('customers.net'), gross: t('customers.gross') };
  const figureOf = (row: number, since: number) => {
    if (shown === 'retention') return customers[row] === 0 ? Number.NaN : buyers[row * size + since]! / customers[row]!;
    return { net, gross }[shown][row * size + since]!;
  };
  const rows = months.map((first, row) => ({ first, row, months: months.slice(row) }));
  // The first month is always the largest, and would leave the others pale.
  const later = rows.flatMap(({ row, months: list }) => list.slice(1).map((_, at) => figureOf(row, at + 1)));
  const most = Math.max(Number.MIN_VALUE, ...later.filter(Number.isFinite));
  return (
    <Card
      title={title}
      note={t('customers.cohorts.note')}
      aside={
        <Group gap="xs">
          {hasMoney && (
            <SegmentedControl
              size="xs"
              aria-label={t('customers.cohorts.shown')}
              data={SHOWN.map((value) => ({ value, label: labels[value] }))}
              value={shown}
              onChange={(value) => setShown(SHOWN.find((name) => name === value) ?? 'retention')}
            />
          )}
          <TableExport
            label={title}
            header={[
              ...[t('customers.cohorts.first'), t('customers.cohorts.since'), t('customers.customers')],
              ...[t('customers.cohorts.buyers'), labels.net, labels.gross],
            ]}
            rows={() =>
              rows.flatMap(({ first, row, months: list }) =>
                list.map((_, since) => [
                  ...[first, since, customers[row]!],
                  ...[buyers[row * size + since]!, net[row * size + since]!, gross[row * size + since]!],
                ]),
              )
            }
          />
        </Group>
      }
    >
      <Stack gap={6}>
        <HeatTable
          label={`${title}: ${labels[shown]}`}
          corner={t('customers.cohorts.first')}
          columns={[t('customers.customers'), ...months.map((_, since) => `+${since}`)]}
          minWidth={190 + (shown === 'retention' ? 48 : 78) * size}
          rows={rows.map(({ first, row, months: list }) => ({
            key: first,
            name: first,
            cells: [
              {
                heat: 0,
                content: (
                  <UsersLink
                    rule={baseRules.cohort(first)}
                    what={`${t('customers.cohorts.first')} ${first}`}
                    count={customers[row]!}
                  />
                ),
              },
              ...list.map((month, since) => {
                const value = figureOf(row, since);
                return {
                  heat: Number.isFinite(value) && since > 0 ? value / most : 0,
                  content: (
                    <UsersLink
                      rule={baseRules.cohortMonth(first, month)}
                      what={t('customers.cohorts.cell', { first, month })}
                      count={buyers[row * size + since]!}
                    >
                      {shown === 'retention' ? format.percent(value, 0) : format.money(value, 0)}
                    </UsersLink>
                  ),
                };
              }),
            ],
          }))}
        />
        {earlier > 0 && (
          <Text size="sm">
            <UsersLink rule={baseRules.cohortsBefore(months[0]!)} what={t('customers.cohorts.first')} count={earlier}>
              {t('customers.cohorts.earlier', { count: earlier })}
            </UsersLink>
          </Text>
        )}
      </Stack>
    </Card>
  );
}
