/** Characters that control a terminal, except the line feed, and those that change the direction of text. */
const INVISIBLE = /(?!\n)\p{Cc}|[\u202A-\u202E\u2066-\u2069]/gu;
/** U+2400: the visible form of NUL, followed by those of the other control characters. */
const CONTROL_PICTURES = 0x2400;
const DELETE = 0x7f;

/** Replaces characters by which a name could control a terminal with visible ones: ESC becomes `␛`. */
export function visibleText(text: string): string {
  return text.replaceAll(INVISIBLE, (character) => {
    const code = character.charCodeAt(0);
    if (code < DELETE) return String.fromCharCode(CONTROL_PICTURES + code);
    return code === DELETE ? '␡' : `<U+${code.toString(16).toUpperCase().padStart(4, '0')}>`;
  });
}
