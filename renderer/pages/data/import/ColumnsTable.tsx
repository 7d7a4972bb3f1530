import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { type Format, useFormat } from '../../../base/format.ts';
import { type Column, DataTable } from '../../../components/DataTable.tsx';
import { ColumnExamples, ColumnName, ColumnUses } from './ColumnCells.tsx';
import type { ColumnRow } from './column-rows.ts';
import { Distribution } from './Distribution.tsx';
import { PrivacySelect } from './PrivacySelect.tsx';

interface ColumnsTableProps {
  columns: readonly ColumnRow[];
  /** Chosen handling of columns that look personal, by column. */
  privacy: Readonly<Record<string, PrivacyChoice>>;
  onPrivacy: (column: string, choice: PrivacyChoice) => void;
}

/**
 * Columns of a file: the fields each is mapped to, its type and values, and the handling of those that look personal.
 */
export function ColumnsTable({ columns, privacy, onPrivacy }: ColumnsTableProps) {
  const { t } = useTranslation();
  const format = useFormat();
  const isExamined = columns.some(({ profile }) => profile !== null);
  const hasPersonal = columns.some(({ personal }) => personal !== null);
  const privacyColumn: Column<ColumnRow> = {
    key: 'privacy',
    header: t('data.import.privacy'),
    width: 190,
    cell: ({ name, personal, privacy: defaultChoice }) =>
      personal && (
        <PrivacySelect
          column={name}
          value={Object.hasOwn(privacy, name) ? privacy[name]! : defaultChoice}
          onChange={(choice) => onPrivacy(name, choice)}
        />
      ),
  };
  return (
    <DataTable
      label={t('data.import.columns')}
      rows={columns}
      rowKey={({ name }) => name}
      maxHeight={460}
      pageSize={100}
      columns={[...contentColumns(t, format, isExamined), ...(hasPersonal ? [privacyColumn] : [])]}
    />
  );
}

/** Returns the columns about names, uses and values; those that need the whole file only if it was examined. */
function contentColumns(t: TFunction, format: Format, isExamined: boolean): Column<ColumnRow>[] {
  const spread: Column<ColumnRow> = {
    key: 'spread',
    header: t('data.import.spread'),
    cell: ({ profile }) => profile && <Distribution column={profile} />,
    width: 150,
  };
  const distinct: Column<ColumnRow> = {
    key: 'distinct',
    header: t('data.import.distinct'),
    cell: (column) => (column.distinct === null ? '' : format.number(column.distinct)),
    sort: (column) => column.distinct ?? 0,
    numeric: true,
  };
  return [
    {
      key: 'name',
      header: t('data.import.column'),
      cell: (column) => <ColumnName column={column} />,
      exported: ({ name }) => name,
    },
    {
      key: 'uses',
      header: t('data.import.usedAs'),
      width: 160,
      cell: (column) => <ColumnUses column={column} />,
      exported: ({ uses }) => uses.map((field) => t(`data.fields.${field}`)).join(' · '),
    },
    { key: 'type', header: t('data.import.type'), cell: ({ type }) => t(`data.import.types.${type}`) },
    ...(isExamined ? [spread] : []),
    {
      key: 'examples',
      header: t(isExamined ? 'data.import.frequent' : 'data.import.examples'),
      cell: (column) => <ColumnExamples column={column} />,
      exported: ({ examples }) => examples.join(' · '),
    },
    ...(isExamined ? [distinct] : []),
    {
      key: 'missing',
      header: t('data.import.missing'),
      cell: ({ missing }) => format.percent(missing, missing > 0 && missing < 0.01 ? 2 : 0),
      sort: ({ missing }) => missing,
      numeric: true,
    },
  ];
}
