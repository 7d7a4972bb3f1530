import type { Readable } from 'node:stream';
import { readXml } from './read-xml.ts';
import { unescapeText } from './unescape-text.ts';

/** Maximum number of characters of shared strings held in memory. */
export const MAX_CHARACTERS = 100_000_000;

/**
 * Reads the shared strings, which cells refer to by index; null if they exceed `MAX_CHARACTERS`. Skips phonetic guides.
 */
export async function readSharedStrings(
  stream: Readable | null,
  onBytes: (bytes: number) => void,
): Promise<string[] | null> {
  const strings: string[] = [];
  if (stream === null) return strings;
  let text = '';
  let inText = false;
  let inPhonetic = false;
  let characters = 0;
  await readXml(stream, {
    open(tag) {
      if (tag === 'si') text = '';
      else if (tag === 't') inText = true;
      else if (tag === 'rPh') inPhonetic = true;
    },
    close(tag) {
      if (tag === 'rPh') inPhonetic = false;
      else if (tag === 't') inText = false;
      else if (tag === 'si') {
        characters += text.length + 16;
        strings.push(unescapeText(text));
      }
    },
    text(chunk) {
      if (inText && !inPhonetic) text += chunk;
    },
    chunk(bytes) {
      onBytes(bytes);
      return characters + text.length > MAX_CHARACTERS;
    },
  });
  return characters > MAX_CHARACTERS ? null : strings;
}
