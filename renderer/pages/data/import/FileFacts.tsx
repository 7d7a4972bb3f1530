import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/contract/ingest.ts';
import { useFormat } from '../../../base/format.ts';
import { FactList } from '../FactList.tsx';
import { sourceText } from '../report/source-text.ts';

const separators = { ',': 'comma', '\t': 'tab', ';': 'semicolon', '|': 'bar', ' ': 'space', '::': 'colons' } as const;

/** Detected properties of a file: preset, kind, times, format, delimiter and size. */
export function FileFacts({ preview }: { preview: Preview }) {
  const { t } = useTranslation();
  const format = useFormat();
  const preset = preview.presets.find(({ name }) => name === preview.preset);
  const facts: [string, string][] = [
    [t('importing.preset'), preset?.title ?? preview.preset ?? t('importing.presetNone')],
    [t('importing.kind'), t(`importing.kinds.${preview.kind}`)],
    [t('importing.times'), t(`importing.timeKinds.${preview.timeKind}`)],
    [t('importing.file'), sourceText(t, preview.source)],
  ];
  if (preview.source.format === 'text') {
    facts.push([t('importing.separator'), t(`importing.separators.${separators[preview.separator]}`)]);
  }
  facts.push([t('importing.size'), format.bytes(preview.bytes)]);
  return <FactList facts={facts} />;
}
