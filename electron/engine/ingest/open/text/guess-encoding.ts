import { isUtf8 } from 'node:buffer';
import type { Encoding } from '../../../../../shared/contract/import-file.ts';
import { type CharacterCounts, countCharacters, readBig5, readGbk, readShiftJis } from './double-byte.ts';
import { guessUtf16 } from './guess-utf16.ts';
import { utf8Units } from './utf8-units.ts';

/** Minimum share of common characters for an encoding to be accepted; real texts have 0.9 and more. */
const MIN_COMMON_SHARE = 0.75;

/**
 * Guesses the encoding of text from its start or all of it; null if it is none of the supported ones. UTF-8 with a few
 * invalid bytes is still UTF-8, as is text that is too short to decide.
 *
 * Double-byte encodings are distinguished by the share of pairs that are common characters (the first levels of GB
 * 2312, Big5 and JIS X 0208, which were selected by frequency): text of one read as another has few of them.
 */
export function guessEncoding(data: Uint8Array): Encoding | null {
  const utf16 = guessUtf16(data);
  if (utf16) return utf16;
  if (isUtf8(data)) return 'utf-8';
  const lines = wholeLines(data);
  if (isUtf8(lines)) return 'utf-8';
  const { good, bad } = utf8Units(lines);
  if (good > 4 * bad) return 'utf-8';
  const doubleByte = guessDoubleByte(lines);
  if (doubleByte) return doubleByte;
  if (isWestern(lines)) return 'windows-1252';
  return bad > 20 && bad > good ? null : 'utf-8';
}

/** Returns the data without the last line, which may be cut off in the middle of a character. */
function wholeLines(data: Uint8Array): Uint8Array {
  const end = Math.max(data.lastIndexOf(10), data.lastIndexOf(13)) + 1;
  return end > 0 ? data.subarray(0, end) : data.subarray(0, Math.max(0, data.length - 4));
}

function guessDoubleByte(lines: Uint8Array): Encoding | null {
  const candidates: [Encoding, CharacterCounts][] = [
    ['gb18030', countCharacters(lines, readGbk)],
    ['big5', countCharacters(lines, readBig5)],
    ['shift_jis', countCharacters(lines, readShiftJis)],
  ];
  let best: { encoding: Encoding; score: number } | null = null;
  for (const [encoding, { common, rare, wrong }] of candidates) {
    const total = common + rare + wrong;
    // Tolerates a few invalid bytes, which occur in any text.
    if (total === 0 || wrong > 0.02 * total) continue;
    const score = common / total;
    if (score >= MIN_COMMON_SHARE && score > (best?.score ?? 0)) best = { encoding, score };
  }
  return best?.encoding ?? null;
}

/**
 * Whether most non-ASCII bytes are accented letters, symbols or typographic marks of western Europe with an ASCII
 * neighbour.
 */
function isWestern(data: Uint8Array): boolean {
  let lone = 0;
  let other = 0;
  for (let at = 0; at < data.length; at++) {
    const byte = data[at]!;
    if (byte < 0x80) continue;
    const isAlone = (data[at - 1] ?? 0) < 0x80 || (data[at + 1] ?? 0) < 0x80;
    if (isAlone && isWesternCharacter(byte)) lone++;
    else other++;
  }
  return lone >= 3 && lone > 20 * other;
}

const isWesternCharacter = (byte: number) =>
  (byte >= 0xc0 && byte !== 0xd7 && byte !== 0xf7) || WESTERN_MARKS.has(byte);
/** € ‘ ’ “ ” – — and ° £ § « » ´ · º ª ¡ ¿ ® © no-break space. */
const WESTERN_MARKS = new Set([
  0x80, 0x91, 0x92, 0x93, 0x94, 0x96, 0x97, 0xb0, 0xa3, 0xa7, 0xab, 0xbb, 0xb4, 0xb7, 0xba, 0xaa, 0xa1, 0xbf, 0xae,
  0xa9, 0xa0,
]);
