import { useTranslation } from 'react-i18next';
import type { Preview } from '../../../../shared/contract/import-preview.ts';
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
    [t('data.import.preset'), preset?.title ?? preview.preset ?? t('data.import.presetNone')],
    [t('data.kind'), t(`data.kinds.${preview.kind}`)],
    [t('data.times'), t(`data.timeKinds.${preview.timeKind}`)],
    [t('data.file'), sourceText(t, preview.source)],
  ];
  if (preview.source.format === 'text') {
    facts.push([t('data.import.separator'), t(`data.import.separators.${separators[preview.separator]}`)]);
  }
  facts.push([t('data.import.size'), format.bytes(preview.bytes)]);
  return <FactList facts={facts} />;
}
