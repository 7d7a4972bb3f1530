import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerBase, Groups } from '../../../shared/contract/base.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import classes from './customers.module.css';
import { UsersLink } from './UsersLink.tsx';

interface GroupsCardProps {
  title: string;
  note?: string;
  /** Header of the names. */
  header: string;
  /** A row per group. */
  rows: readonly { name: string; rule: Rule }[];
  groups: Groups;
  base: CustomerBase;
  /** Below the table. */
  children?: ReactNode;
}

/** Customers by group: their number, share and money. A number leads to its users. */
export function GroupsCard({ title, note, header, rows, groups, base, children }: GroupsCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const money = base.withMoney > 0 ? [groups.net, groups.gross] : [];
  const moneyHeaders = base.withMoney > 0 ? [t('customers.net'), t('customers.gross')] : [];
  const headers = [header, t('customers.customers'), t('customers.share'), ...moneyHeaders];
  const shareOf = (at: number) => groups.customers[at]! / base.customers;
  const exported = () =>
    rows.map(({ name }, at) => [name, groups.customers[at]!, shareOf(at), ...money.map((values) => values[at]!)]);
  return (
    <Card
      title={title}
      {...(note === undefined ? {} : { note })}
      aside={<TableExport label={title} header={headers} rows={exported} />}
    >
      <Table.ScrollContainer minWidth={money.length > 0 ? 380 : 240} scrollAreaProps={{ offsetScrollbars: false }}>
        <Table aria-label={title} verticalSpacing={4} horizontalSpacing={6} className={classes.matrix}>
          <Table.Thead>
            <Table.Tr>
              {headers.map((text, at) => (
                <Table.Th key={text} scope="col" ta={at === 0 ? 'left' : 'right'}>
                  {text}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {rows.map(({ name, rule }, at) => (
              <Table.Tr key={name}>
                <Table.Th scope="row" fw={400}>
                  {name}
                </Table.Th>
                <Table.Td>
                  <UsersLink rule={rule} what={name} count={groups.customers[at]!} />
                </Table.Td>
                <Table.Td>{format.percent(shareOf(at))}</Table.Td>
                {money.map((values, column) => (
                  <Table.Td key={moneyHeaders[column]}>{format.money(values[at]!, 0)}</Table.Td>
                ))}
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
      {children}
    </Card>
  );
}
