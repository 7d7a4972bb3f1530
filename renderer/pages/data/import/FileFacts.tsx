import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../app/format.ts';
import { FactList } from '../FactList.tsx';

const separators = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar', ' ': 'space' } as const;

/** What was recognised of a file at a glance. */
export function FileFacts({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const facts: [string, string][] = [
    [t('importing.kind'), t(`importing.kinds.${preview.kind}`)],
    [t('importing.size'), format.bytes(preview.bytes)],
    [t('importing.times'), t(`importing.timeKinds.${preview.timeKind}`)],
    [t('importing.separator'), t(`importing.separators.${separators[preview.separator]}`)],
  ];
  return <FactList facts={facts} />;
}
