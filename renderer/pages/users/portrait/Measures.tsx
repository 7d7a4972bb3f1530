import { SimpleGrid } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Output } from '../../../../shared/contract/index.ts';
import { MeasureName } from '../../../../shared/contract/profile.ts';
import { useFormat } from '../../../base/format.ts';
import { MeasureFigure } from './MeasureFigure.tsx';

/** The five measures of a user. */
export function Measures({ data }: { data: Output<'profile.user'> }) {
  const { t } = useTranslation();
  const format = useFormat();
  const formatMeasure = (name: MeasureName, value: number) =>
    name === 'monetary' ? format.money(value) : format.number(value);
  return (
    <SimpleGrid cols={{ base: 2, sm: 3, md: 5 }} spacing="md">
      {MeasureName.options.map((name) => {
        const { value, quintile } = data.measures[name];
        return (
          <MeasureFigure
            key={name}
            label={t(`terms.measures.${name}`)}
            help={`${t(`terms.measureHelp.${name}`)} ${t('users.quintileHelp')}`}
            value={value === null ? t('terms.none') : formatMeasure(name, value)}
            {...(name === 'recency' && value !== null ? { unit: t('users.daysUnit') } : {})}
            {...(name === 'monetary' && value !== data.gross
              ? { unit: t('users.grossUnit', { money: format.money(data.gross) }) }
              : {})}
            quintile={quintile}
          />
        );
      })}
    </SimpleGrid>
  );
}
