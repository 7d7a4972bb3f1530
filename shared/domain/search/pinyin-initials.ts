/** For each of `LETTERS`, the first character in pinyin order whose syllable starts with it. */
const FIRST = [...'吖丷嚓咑妸发旮哈丌咔垃呣拏喔妑七呥仨他屲夕丫帀'];
const LETTERS = 'abcdefghjklmnopqrstwxyz';

const HAN = /\p{Script=Han}/u;

/** Sorts Chinese characters by pinyin, in the order of CLDR (Unicode TR 35), which browsers and Node.js include. */
const collator = new Intl.Collator('zh-Hans-CN-u-co-pinyin');
const isOrdered = FIRST.every((character, index) => index === 0 || collator.compare(FIRST[index - 1]!, character) < 0);

const initials = new Map<string, string>();

/** Returns the first letter of a Chinese character's most common reading; '' if no pinyin order is available. */
function initialOf(character: string): string {
  const known = initials.get(character);
  if (known !== undefined) return known;
  const initial = isOrdered
    ? (LETTERS[FIRST.findLastIndex((first) => collator.compare(first, character) <= 0)] ?? '')
    : '';
  initials.set(character, initial);
  return initial;
}

/**
 * Returns the pinyin initials of a text's Chinese characters, and its Latin letters and digits in lower case; all other
 * characters become spaces: `vivo sjk` for `Vivo 手机壳`. Null for a text without Chinese characters. A character with
 * several readings has the initial of the most common one.
 */
export function pinyinInitials(text: string): string | null {
  if (!HAN.test(text)) return null;
  let letters = '';
  for (const character of text.toLowerCase()) {
    if (HAN.test(character)) letters += initialOf(character);
    else letters += /[a-z0-9]/.test(character) ? character : ' ';
  }
  return letters;
}
