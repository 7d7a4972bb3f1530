/**
 * Many short texts as one text and their ends, since that is encoded, decoded and checked at once instead of text by text.
 */
export interface TextColumn {
  /** All texts, one after the other. */
  readonly text: string;
  /** For each text, the offset of its end, in UTF-16 code units. */
  readonly ends: Int32Array;
}

export function textColumn(texts: readonly string[]): TextColumn {
  const ends = new Int32Array(texts.length);
  let end = 0;
  for (let i = 0; i < texts.length; i++) {
    end += texts[i]!.length;
    ends[i] = end;
  }
  return { text: texts.join(''), ends };
}

/** Returns the text at an index; undefined if there is none. */
export function textAt({ text, ends }: TextColumn, index: number): string | undefined {
  const end = ends[index];
  return end === undefined ? undefined : text.slice(ends[index - 1] ?? 0, end);
}

/** Returns all texts. */
export const textsOf = (column: TextColumn): string[] =>
  Array.from(column.ends.keys(), (index) => textAt(column, index) ?? '');

/** Returns the index of the first text that equals the given one; −1 if none does. */
export function indexOfText({ text, ends }: TextColumn, wanted: string): number {
  let start = 0;
  for (let index = 0; index < ends.length; index++) {
    const end = ends[index]!;
    if (end - start === wanted.length && text.startsWith(wanted, start)) return index;
    start = end;
  }
  return -1;
}
