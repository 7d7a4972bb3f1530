import { Table } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { BaseDetails, MonthPart } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import type { Rule } from '../../../shared/domain/rule.ts';
import { useFormat } from '../../base/format.ts';
import { Card } from '../../components/Card.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import classes from './customers.module.css';
import { UsersLink } from './UsersLink.tsx';

type Figure = 'buyers' | 'newCustomers' | 'wonBack' | 'lapsed' | 'purchases' | 'net' | 'gross';

/** Rules of the figures that count customers. */
const RULES: Readonly<Partial<Record<Figure, (part: MonthPart) => Rule>>> = {
  buyers: baseRules.buyers,
  newCustomers: baseRules.newCustomers,
  wonBack: baseRules.wonBack,
  lapsed: baseRules.lapsed,
};

interface ChangeCardProps {
  change: BaseDetails['change'];
  hasMoney: boolean;
}

/** The last month beside the same days of the month before. */
export function ChangeCard({ change: { current, previous }, hasMoney }: ChangeCardProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const title = t('customers.change.title');
  const counted: readonly Figure[] = ['buyers', 'newCustomers', 'wonBack', 'lapsed', 'purchases'];
  const figures = [...counted, ...(hasMoney ? (['net', 'gross'] as const) : [])].filter(
    (name) => current[name] !== null,
  );
  const parts = previous ? [current, previous] : [current];
  const day = (date: string) => format.day(Date.parse(date), 'UTC');
  const range = ({ from, to }: MonthPart) => t('customers.change.range', { from: day(from), to: day(to) });
  const shown = (name: Figure, value: number | null) => {
    if (value === null) return t('terms.none');
    return name === 'net' || name === 'gross' ? format.money(value) : format.number(value);
  };
  const difference = (name: Figure) => {
    const [now, before] = [current[name], previous?.[name] ?? null];
    return now === null || before === null || before <= 0 ? null : (now - before) / before;
  };
  const headers = [
    t('customers.change.figure'),
    ...parts.map(range),
    ...(previous ? [t('customers.change.difference')] : []),
  ];
  return (
    <Card
      title={title}
      note={t('customers.change.note')}
      aside={
        <TableExport
          label={title}
          header={headers}
          rows={() =>
            figures.map((name) => [
              t(`customers.change.${name}`),
              ...parts.map((part) => part[name]),
              ...(previous ? [difference(name)] : []),
            ])
          }
        />
      }
    >
      <Table.ScrollContainer minWidth={380} scrollAreaProps={{ offsetScrollbars: false }}>
        <Table aria-label={title} verticalSpacing={4} horizontalSpacing={6} className={classes.matrix}>
          <Table.Thead>
            <Table.Tr>
              {headers.map((text, at) => (
                <Table.Th key={text} scope="col" ta={at === 0 ? 'left' : 'right'} style={{ whiteSpace: 'normal' }}>
                  {text}
                </Table.Th>
              ))}
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {figures.map((name) => {
              const change = difference(name);
              return (
                <Table.Tr key={name}>
                  <Table.Th scope="row" fw={400}>
                    {t(`customers.change.${name}`)}
                  </Table.Th>
                  {parts.map((part) => {
                    const rule = part[name] === null ? undefined : RULES[name]?.(part);
                    const text = shown(name, part[name]);
                    const what = `${t(`customers.change.${name}`)}, ${range(part)}`;
                    return (
                      <Table.Td key={part.from}>
                        {rule ? <UsersLink rule={rule} what={what} count={part[name] ?? 0} /> : text}
                      </Table.Td>
                    );
                  })}
                  {previous && (
                    <Table.Td>{change === null ? t('terms.none') : `${format.signed(100 * change, 0)} %`}</Table.Td>
                  )}
                </Table.Tr>
              );
            })}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </Card>
  );
}
