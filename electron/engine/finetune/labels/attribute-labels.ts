import type { Target } from '../../../../shared/domain/finetune-config.ts';
import { noAttribute, notNumeric, oneClass } from '../finetune-errors.ts';
import type { Labels } from './labels.ts';

type AttributeTarget = Extract<Target, { kind: 'attribute' }>;

/** Classes at most; of an attribute with more the most frequent are learnt. */
const MOST_CLASSES = 50;
/** Share of the values that must be numbers for an attribute to be one. */
const NUMERIC_SHARE = 0.8;

/**
 * Labels of those users who declared the attribute, and which of `users` (ids) they are. A class or label of fewer than
 * `fewest` users is left out, and so are users of no other. Classes come in falling order of frequency, bands in their own.
 * Throws ATTRIBUTE_NOT_FOUND, NOT_NUMERIC and ONE_CLASS.
 */
export function attributeLabels(
  values: ReadonlyMap<number, string>,
  users: Int32Array,
  target: AttributeTarget,
  fewest: number,
): { labels: Labels; rows: Int32Array } {
  const declared = [...users.keys()].filter((row) => values.has(users[row]!));
  if (declared.length === 0) throw noAttribute(target.attribute, []);
  const texts = declared.map((row) => values.get(users[row]!)!.trim());
  if (target.as === 'labels') return labelled(texts, declared, target, fewest);
  if (target.as === 'classes' && !target.bands) return classed(texts, declared, target, fewest);
  const numbers = texts.map(Number);
  const numeric = declared.map((_, i) => i).filter((i) => Number.isFinite(numbers[i]));
  if (!isNumeric(numbers)) throw notNumeric(target.attribute);
  const rows = numeric.map((i) => declared[i]!);
  const known = numeric.map((i) => numbers[i]!);
  if (!target.bands) {
    if (known.every((value) => value === known[0])) throw oneClass(target.attribute);
    const of = Float64Array.from(known);
    return { labels: { kind: 'number', names: [target.attribute], of, skewed: false }, rows: Int32Array.from(rows) };
  }
  const bands = [...target.bands].sort((a, b) => a - b);
  const names = bandNames(bands);
  return classed(
    known.map((value) => names[bands.filter((bound) => bound <= value).length]!),
    rows,
    target,
    fewest,
    names,
  );
}

/** Whether most of an attribute's values are numbers. */
export function isNumeric(numbers: readonly number[]): boolean {
  return numbers.filter(Number.isFinite).length >= NUMERIC_SHARE * numbers.length;
}

/** `<25`, `25–<35`, `≥35`. */
export function bandNames(bands: readonly number[]): string[] {
  const inner = bands.slice(1).map((bound, i) => `${bands[i]}–<${bound}`);
  return [`<${bands[0]}`, ...inner, `≥${bands.at(-1)}`];
}

function classed(
  texts: readonly string[],
  rows: readonly number[],
  target: AttributeTarget,
  fewest: number,
  order?: string[],
) {
  const frequent = frequentNames(texts, fewest);
  const names = order ? order.filter((name) => frequent.includes(name)) : frequent;
  if (names.length < 2) throw oneClass(target.attribute);
  const kept = rows.map((_, i) => i).filter((i) => names.includes(texts[i]!));
  const of = Int32Array.from(kept, (i) => names.indexOf(texts[i]!));
  return { labels: { kind: 'classes' as const, names, of }, rows: Int32Array.from(kept, (i) => rows[i]!) };
}

function labelled(texts: readonly string[], rows: readonly number[], target: AttributeTarget, fewest: number) {
  const split = texts.map((text) => [...new Set(cut(text, target.separator ?? ','))]);
  const names = frequentNames(split.flat(), fewest).filter(
    (name) => split.filter((own) => own.includes(name)).length <= rows.length - fewest,
  );
  if (names.length === 0) throw oneClass(target.attribute);
  const of = new Uint8Array(rows.length * names.length);
  split.forEach((own, i) => {
    for (const name of own) if (names.includes(name)) of[i * names.length + names.indexOf(name)] = 1;
  });
  return { labels: { kind: 'labels' as const, names, of }, rows: Int32Array.from(rows) };
}

export const cut = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function frequentNames(texts: readonly string[], fewest: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= fewest)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MOST_CLASSES)
    .map(([name]) => name);
}
