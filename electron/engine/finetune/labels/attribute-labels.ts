import type { Target } from '../../../../shared/domain/finetune-config.ts';
import { noAttribute, notNumeric, oneClass } from '../finetune-errors.ts';
import type { Labels } from './labels.ts';

type AttributeTarget = Extract<Target, { kind: 'attribute' }>;

/** Maximum number of classes; only the most frequent ones are learnt. */
const MAX_CLASSES = 50;
/** Minimum share of numeric values for an attribute to be numeric. */
const NUMERIC_SHARE = 0.8;

/**
 * Returns the labels of the users who declared the attribute, and their rows in `users` (ids). Drops classes and labels
 * of fewer than `minUsers` users, labels that fewer than `minUsers` users lack, and with classes also the users left
 * without one. Classes are ordered by decreasing frequency, bands by value. Throws ATTRIBUTE_NOT_FOUND, NOT_NUMERIC and
 * ONE_CLASS.
 */
export function attributeLabels(
  values: ReadonlyMap<number, string>,
  users: Int32Array,
  target: AttributeTarget,
  minUsers: number,
): { labels: Labels; rows: Int32Array } {
  const declared = [...users.keys()].filter((row) => values.has(users[row]!));
  if (declared.length === 0) throw noAttribute(target.attribute, []);
  const texts = declared.map((row) => values.get(users[row]!)!.trim());
  if (target.as === 'labels') return multiLabels(texts, declared, target, minUsers);
  if (target.as === 'classes' && !target.bands) return classLabels(texts, declared, target, minUsers);
  const numbers = texts.map(Number);
  const numeric = declared.map((_, i) => i).filter((i) => Number.isFinite(numbers[i]));
  if (!isNumeric(numbers)) throw notNumeric(target.attribute);
  const rows = numeric.map((i) => declared[i]!);
  const numericValues = numeric.map((i) => numbers[i]!);
  if (!target.bands) {
    if (numericValues.every((value) => value === numericValues[0])) throw oneClass(target.attribute);
    const values = Float64Array.from(numericValues);
    return {
      labels: { kind: 'number', names: [target.attribute], values, skewed: false },
      rows: Int32Array.from(rows),
    };
  }
  const bands = [...target.bands].sort((a, b) => a - b);
  const names = bandNames(bands);
  return classLabels(
    numericValues.map((value) => names[bands.filter((bound) => bound <= value).length]!),
    rows,
    target,
    minUsers,
    names,
  );
}

/** Whether most values of an attribute are numeric. */
export function isNumeric(numbers: readonly number[]): boolean {
  return numbers.filter(Number.isFinite).length >= NUMERIC_SHARE * numbers.length;
}

/** Returns the names of bands: `<25`, `25–<35`, `≥35`. */
export function bandNames(bands: readonly number[]): string[] {
  const inner = bands.slice(1).map((bound, i) => `${bands[i]}–<${bound}`);
  return [`<${bands[0]}`, ...inner, `≥${bands.at(-1)}`];
}

function classLabels(
  texts: readonly string[],
  rows: readonly number[],
  target: AttributeTarget,
  minUsers: number,
  order?: string[],
) {
  const frequent = frequentNames(texts, minUsers);
  const names = order ? order.filter((name) => frequent.includes(name)) : frequent;
  if (names.length < 2) throw oneClass(target.attribute);
  const keptIndices = rows.map((_, i) => i).filter((i) => names.includes(texts[i]!));
  const values = Int32Array.from(keptIndices, (i) => names.indexOf(texts[i]!));
  return { labels: { kind: 'classes' as const, names, values }, rows: Int32Array.from(keptIndices, (i) => rows[i]!) };
}

function multiLabels(texts: readonly string[], rows: readonly number[], target: AttributeTarget, minUsers: number) {
  const labelLists = texts.map((text) => [...new Set(splitValues(text, target.separator ?? ','))]);
  const names = frequentNames(labelLists.flat(), minUsers).filter(
    (name) => labelLists.filter((userLabels) => userLabels.includes(name)).length <= rows.length - minUsers,
  );
  if (names.length === 0) throw oneClass(target.attribute);
  const values = new Uint8Array(rows.length * names.length);
  labelLists.forEach((userLabels, i) => {
    for (const name of userLabels) if (names.includes(name)) values[i * names.length + names.indexOf(name)] = 1;
  });
  return { labels: { kind: 'labels' as const, names, values }, rows: Int32Array.from(rows) };
}

export const splitValues = (text: string, separator: string) =>
  text
    .split(separator)
    .map((part) => part.trim())
    .filter((part) => part !== '');

function frequentNames(texts: readonly string[], minUsers: number): string[] {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts]
    .filter(([, count]) => count >= minUsers)
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, MAX_CLASSES)
    .map(([name]) => name);
}
