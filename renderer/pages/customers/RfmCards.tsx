import { useTranslation } from 'react-i18next';
import type { BaseDetails, CustomerBase } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { RFM_NAMES } from '../../../shared/domain/customer-words.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import { GroupsCard } from './GroupsCard.tsx';
import { HeatTable } from './HeatTable.tsx';
import { UsersLink } from './UsersLink.tsx';

const SCORES = [1, 2, 3, 4, 5] as const;
const BEST_FIRST = SCORES.toReversed();

/** Customers by their scores of recency and frequency. */
export function RfmGridCard({ rfm: { cells }, customers }: { rfm: BaseDetails['rfm']; customers: number }) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('customers.rfm.grid');
  const most = cells.customers.reduce((max, count) => Math.max(max, count), 1);
  const at = (r: number, f: number) => 5 * (r - 1) + f - 1;
  const corner = `${t('customers.rfm.recency')} ↓ ${t('customers.rfm.frequency')} →`;
  const exported = () =>
    BEST_FIRST.flatMap((r) =>
      SCORES.map((f) => [r, f, cells.customers[at(r, f)]!, cells.net[at(r, f)]!, cells.gross[at(r, f)]!]),
    );
  const header = [
    ...[t('customers.rfm.recency'), t('customers.rfm.frequency'), t('customers.customers')],
    ...[t('customers.net'), t('customers.gross')],
  ];
  return (
    <Card
      title={title}
      note={t('customers.rfm.gridNote')}
      aside={<TableExport label={title} header={header} rows={exported} />}
    >
      <HeatTable
        label={title}
        corner={corner}
        columns={SCORES.map(String)}
        minWidth={320}
        rows={BEST_FIRST.map((r) => ({
          key: String(r),
          name: r,
          cells: SCORES.map((f) => {
            const count = cells.customers[at(r, f)]!;
            const what = `${t('customers.rfm.cell', { r, f })}, ${format.percent(count / customers)}`;
            return {
              heat: count / most,
              content: <UsersLink rule={baseRules.rfmCell(r, f)} what={what} count={count} />,
            };
          }),
        }))}
      />
    </Card>
  );
}

/** Customers by the eleven names. */
export function RfmGroupsCard({ rfm, base }: { rfm: BaseDetails['rfm']; base: CustomerBase }) {
  const { t } = useTranslation();
  return (
    <GroupsCard
      title={t('customers.rfm.groups')}
      note={t('customers.rfm.groupsNote')}
      header={t('customers.rfm.name')}
      rows={RFM_NAMES.map((name) => ({ name: t(`terms.rfm.${name}`), rule: baseRules.rfm(name) }))}
      groups={rfm.groups}
      base={base}
    />
  );
}
