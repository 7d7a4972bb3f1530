import type { Encoding } from '../../../../../shared/contract/import-file.ts';

/** Characters expected in tables: ASCII, Latin, Cyrillic, kana, Han, Hangul, full-width forms, and common symbols. */
const PLAUSIBLE =
  /[\t\r\n\x20-\x7e\u00a0-\u024f\u0370-\u052f\u2010-\u203a\u20a0-\u20bf\u3000-\u30ff\u4e00-\u9fff\uac00-\ud7af\uff00-\uffef]/gu;
const SAMPLE_BYTES = 1 << 16;

/** Detects UTF-16 by its byte order mark, or else by the plausibility of the decoded text; null if it is not UTF-16. */
export function guessUtf16(data: Uint8Array): Encoding | null {
  if (data[0] === 0xff && data[1] === 0xfe) return data[2] === 0 && data[3] === 0 ? null : 'utf-16le';
  if (data[0] === 0xfe && data[1] === 0xff) return 'utf-16be';
  const sample = data.subarray(0, Math.min(data.length, SAMPLE_BYTES) & ~1);
  // In UTF-16, separators and line ends contain a zero byte; no other readable format contains one.
  if (sample.length < 4 || !sample.includes(0)) return null;
  const shares = (['utf-16le', 'utf-16be'] as const).map((encoding) => ({
    encoding,
    share: plausibleShare(sample, encoding),
  }));
  const best = shares.sort((a, b) => b.share - a.share)[0]!;
  return best.share > 0.95 ? best.encoding : null;
}

function plausibleShare(data: Uint8Array, encoding: Encoding): number {
  const text = new TextDecoder(encoding).decode(data);
  return /[\n\r,;\t|]/.test(text) ? (text.match(PLAUSIBLE)?.length ?? 0) / text.length : 0;
}
