import type { TFunction } from 'i18next';
import type { SourceFacts } from '../../../../shared/contract/import-file.ts';

const ENCODINGS: Readonly<Record<SourceFacts['encoding'], string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 LE',
  'utf-16be': 'UTF-16 BE',
  gb18030: 'GB 18030 (GBK)',
  big5: 'Big5',
  shift_jis: 'Shift JIS',
  'windows-1252': 'Windows-1252',
};

export const encodingText = (encoding: SourceFacts['encoding']): string => ENCODINGS[encoding];

/** Whether a file format is text with an encoding. */
export const hasEncoding = ({ format }: Pick<SourceFacts, 'format'>): boolean =>
  format === 'text' || format === 'html' || format === 'json' || format === 'ndjson';

/**
 * Describes how a table was read from its file: format, encoding, compression and inner name, such as “text · UTF-8 ·
 * gzip”.
 */
export function sourceText(t: TFunction, { format, encoding, compression, inner }: SourceFacts): string {
  return [
    t(`data.report.formats.${format}`),
    hasEncoding({ format }) && encodingText(encoding),
    compression !== 'none' && t(`data.report.compressions.${compression}`),
    inner,
  ]
    .filter(Boolean)
    .join(' · ');
}
