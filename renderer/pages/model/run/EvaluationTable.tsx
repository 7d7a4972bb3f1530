import { useTranslation } from 'react-i18next';
import type { Evaluation } from '../../../../shared/contract/train.ts';
import { useFormat } from '../../../app/format.ts';
import { DataTable } from '../../../components/DataTable.tsx';
import { measures, type Row } from './measures.ts';

/** The model's measures beside popularity's, on the same users and items. */
export function EvaluationTable({ evaluation }: { evaluation: Evaluation }) {
  const { t } = useTranslation();
  const format = useFormat();
  const help = ({ family, k }: Row) => t(`model.${family}Help`, { k });
  const gain = ({ model, popularity }: Row) => (popularity > 0 ? model / popularity - 1 : Number.NaN);
  const signed = (value: number) => `${value > 0 ? '+' : ''}${format.percent(value, 0)}`;
  return (
    <DataTable
      label={t('model.evaluation')}
      rows={measures(evaluation)}
      rowKey={(row) => row.name}
      columns={[
        { key: 'name', header: t('model.measure'), cell: (row) => <span title={help(row)}>{row.title}</span> },
        { key: 'model', header: t('model.model'), cell: (row) => format.number(row.model, 4), numeric: true },
        {
          key: 'popularity',
          header: t('model.popularity'),
          cell: (row) => format.number(row.popularity, 4),
          numeric: true,
        },
        { key: 'gain', header: t('model.difference'), cell: (row) => signed(gain(row)), numeric: true },
      ]}
    />
  );
}
