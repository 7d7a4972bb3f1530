import { useTranslation } from 'react-i18next';
import type { ImportRecord } from '../../../shared/contract/import-records.ts';
import { baseName } from '../../base/base-name.ts';
import { useFormat } from '../../base/format.ts';
import { hashOf } from '../../base/route.ts';
import { Panel } from './Panel.tsx';
import { RowFact, RowLink } from './RowText.tsx';

/** The latest imports. */
export function Imports({ imports }: { imports: readonly ImportRecord[] }) {
  const { t } = useTranslation();
  const format = useFormat();
  return (
    <Panel
      title={t('home.imports')}
      href={hashOf('data')}
      all={t('home.allImports')}
      empty={t('home.noImports')}
      rows={imports}
      rowKey={(row) => String(row.import)}
    >
      {(row) => (
        <>
          <RowLink href={hashOf('data', `imports/${row.import}`)} name={baseName(row.file)} />
          <RowFact text={t('home.rows', { count: row.rows })} />
          <RowFact text={format.dateTime(row.imported)} />
        </>
      )}
    </Panel>
  );
}
