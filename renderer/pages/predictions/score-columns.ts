import type { TFunction } from 'i18next';
import type { TableColumn } from '../../components/TableView.tsx';
import { topClasses } from './top-classes.ts';

/** Number of classes up to which each has its own column; beyond it, only the most likely ones are listed. */
const MAX_CLASS_COLUMNS = 6;

interface Scores {
  classes: readonly string[];
  /** Class that the table is sorted by. */
  classIndex: number;
  /** Header of the column of that class. */
  header: string;
  /** Returns the score of a class on a row of the page. */
  value: (row: number, classIndex: number) => number;
  format: (score: number) => string;
}

/** Returns the columns of a prediction's scores: the class that the table is sorted by, then the others. */
export function scoreColumns(t: TFunction, { classes, classIndex, header, value, format }: Scores) {
  const column = (key: string, title: string, at: number, sortable: boolean): TableColumn<number> => ({
    key,
    header: title,
    cell: (row) => format(value(row, at)),
    exported: (row) => value(row, at),
    sortable,
    numeric: true,
  });
  const likeliest: TableColumn<number> = {
    key: 'best',
    header: t('predictions.likeliest'),
    cell: (row) =>
      topClasses(classes, (at) => value(row, at))
        .map((top) => `${top.name} ${format(top.value)}`)
        .join(' · '),
    sortable: false,
  };
  const others = classes.map((name, at) => column(`class${at}`, name, at, false)).filter((_, at) => at !== classIndex);
  return [column('score', header, classIndex, true), ...(classes.length > MAX_CLASS_COLUMNS ? [likeliest] : others)];
}
