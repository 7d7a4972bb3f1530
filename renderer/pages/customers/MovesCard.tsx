import { Group, Select } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Stages } from '../../../shared/contract/base.ts';
import { baseRules } from '../../../shared/domain/base-rules.ts';
import { LIFE_STAGES } from '../../../shared/domain/life-stage.ts';
import { Card } from '../../components/Card.tsx';
import { TableExport } from '../../components/TableExport.tsx';
import { HeatTable } from './HeatTable.tsx';
import { UsersLink } from './UsersLink.tsx';

const STAGES = LIFE_STAGES.length;
/** Rows of a movement: the stages, and those who had not bought. */
const FROM = [...LIFE_STAGES, null];

/** Movement between life stages from the end of one month to that of the next. */
export function MovesCard({ stages: { months, moves } }: { stages: Stages }) {
  const { t } = useTranslation();
  const title = t('customers.stages.moves');
  const [month, setMonth] = useState<string | null>(null);
  const after = month === null || !months.includes(month) ? months.length - 1 : months.indexOf(month);
  const nameOf = (stage: (typeof FROM)[number]) =>
    stage === null ? t('customers.stages.none') : t(`terms.stages.${stage}`);
  const countOf = (to: number, from: number, stage: number) =>
    moves[((to - 1) * (STAGES + 1) + from) * STAGES + stage]!;
  const between = (to: number) => t('customers.stages.between', { before: months[to - 1], after: months[to] });
  const counts = FROM.map((_, from) => LIFE_STAGES.map((_stage, to) => countOf(after, from, to)));
  const most = Math.max(1, ...counts.flat());
  return (
    <Card
      title={title}
      note={t('customers.stages.movesNote')}
      aside={
        <Group gap="xs">
          <Select
            size="xs"
            w={180}
            aria-label={t('customers.stages.month')}
            data={months.slice(1).map((name, at) => ({ value: name, label: between(at + 1) }))}
            value={months[after]!}
            onChange={setMonth}
            allowDeselect={false}
          />
          <TableExport
            label={title}
            header={[
              ...[t('customers.stages.month'), t('customers.stages.from'), t('customers.stages.to')],
              t('customers.customers'),
            ]}
            rows={() =>
              months
                .slice(1)
                .flatMap((name, at) =>
                  FROM.flatMap((from, row) =>
                    LIFE_STAGES.map((to, column) => [name, nameOf(from), nameOf(to), countOf(at + 1, row, column)]),
                  ),
                )
            }
          />
        </Group>
      }
    >
      <HeatTable
        label={`${title}, ${between(after)}`}
        corner={`${t('customers.stages.from')} ↓ ${t('customers.stages.to')} →`}
        columns={LIFE_STAGES.map(nameOf)}
        minWidth={420}
        rows={FROM.map((from, row) => ({
          key: nameOf(from),
          name: nameOf(from),
          cells: LIFE_STAGES.map((to, column) => {
            const count = counts[row]![column]!;
            const rule = baseRules.move(from, months[after - 1]!, to, months[after]!);
            const what = t('customers.stages.move', { from: nameOf(from), to: nameOf(to) });
            return {
              heat: count / most,
              content: <UsersLink rule={rule} what={what} count={count} />,
            };
          }),
        }))}
      />
    </Card>
  );
}
