import { createCodes } from '../codes.ts';
import { type Feature, singleFeature } from './feature.ts';

/** Histogram of a number over users. */
export interface BinnedFeature {
  readonly edges: Float64Array;
  readonly feature: Feature;
}

/** Intended number of equal bins, and maximum number of bins. */
const TARGET_BINS = 20;
const MAX_BINS = 40;
/**
 * Minimum ratio of the 99th percentile to the median for bins of growing width. The ratio of an exponential
 * distribution is 6.6.
 */
const SKEW = 4;
/** Leading digits of the edges of growing bins, from coarse to fine, and the maximum number of these bins. */
const DIGITS = [
  [1, 2, 5],
  [1, 1.5, 2, 3, 4, 5, 6, 8],
];
const MAX_GROWING_BINS = 24;
/** Maximum ratio of the largest edge to the smallest positive one. */
const MAX_EDGE_RATIO = 1e6;
const MAX_MAGNITUDE = 1e15;
/** Numbers of a smaller magnitude count as 0. */
const MIN_MAGNITUDE = 1e-12;

/**
 * Counts users by a number, by default in bins with round edges; null if the number is unknown for all users. Numbers
 * beyond ±10¹⁵ are ignored.
 */
export function binnedFeature(numbers: ArrayLike<number>, givenEdges?: Float64Array): BinnedFeature | null {
  const rounded = Float64Array.from(numbers, (number) => (Math.abs(number) < MIN_MAGNITUDE ? 0 : number));
  const known = rounded.filter((number) => Math.abs(number) <= MAX_MAGNITUDE);
  if (known.length === 0) return null;
  const edges = givenEdges ?? roundEdges(known.sort());
  const bins = edges.length - 1;
  const codes = createCodes(bins, numbers.length);
  for (let u = 0; u < codes.length; u++) codes[u] = binOf(rounded[u]!, edges) + 1;
  return { edges, feature: singleFeature(codes, bins) };
}

/** Returns the edges of equal bins from 0 to 1. */
export function probabilityEdges(bins: number): Float64Array {
  return Float64Array.from({ length: bins + 1 }, (_, i) => i / bins);
}

/** Returns the index of the bin of a number; −1 if the number is NaN or outside all bins. */
function binOf(number: number, edges: Float64Array): number {
  const last = edges.length - 1;
  if (!(number >= edges[0]! && number <= edges[last]!)) return -1;
  let [low, high] = [0, last];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (edges[middle]! <= number) low = middle;
    else high = middle;
  }
  return low;
}

/**
 * Returns round bin edges. Few distinct integers have one bin each; skewed numbers have bins of growing width, which
 * show a long tail; other numbers have equal bins with a width of 1, 2 or 5 times a power of ten. `sorted`: numbers in
 * ascending order.
 */
export function roundEdges(sorted: Float64Array): Float64Array {
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  const isWhole = sorted.every((number) => Number.isInteger(number));
  if (isWhole && max - min < TARGET_BINS) return Float64Array.from({ length: max - min + 2 }, (_, i) => min + i);
  const positive = sorted.subarray(sorted.findIndex((number) => number > 0));
  const isSkewed = min >= 0 && quantile(positive, 0.99) > SKEW * quantile(positive, 0.5);
  if (!isSkewed) return equalEdges(sorted);
  const edges = growingEdges(positive).map((candidate) => (isWhole ? candidate.filter(Number.isInteger) : candidate));
  const chosen = edges.findLast(({ length }) => length <= MAX_GROWING_BINS) ?? edges[0]!;
  return Float64Array.from(min < chosen[0]! ? [0, ...chosen] : chosen);
}

/**
 * Returns candidate edges, from coarse to fine. Each covers the range from the 5th percentile of the numbers to their
 * maximum with a few digits times powers of ten.
 */
function growingEdges(positive: Float64Array): number[][] {
  const max = positive.at(-1)!;
  const lowest = Math.max(quantile(positive, 0.05), max / MAX_EDGE_RATIO);
  return DIGITS.map((digits) => {
    const edges: number[] = [];
    for (let power = Math.floor(Math.log10(lowest)); (edges.at(-1) ?? 0) < max; power++)
      for (const digit of digits) if ((edges.at(-1) ?? 0) < max) edges.push(roundTo(digit * 10 ** power));
    const first = edges.findLastIndex((edge) => edge <= lowest);
    return edges.slice(Math.max(0, first));
  });
}

/**
 * Returns equal steps over all numbers or, if that takes too many bins, from the 0.5th to the 99.5th percentile, with one
 * wide bin at either end.
 */
function equalEdges(sorted: Float64Array): Float64Array {
  const [min, max] = [sorted[0]!, sorted.at(-1)!];
  const [low, high] = [quantile(sorted, 0.005), quantile(sorted, 0.995)];
  const step = roundStep((high - low || Math.abs(low) || 1) / TARGET_BINS);
  const fits = (max - min) / step < MAX_BINS;
  const [from, to] = fits ? [min, max] : [low, high];
  const first = Math.floor(from / step);
  const last = Math.max(first + 1, Math.ceil(to / step));
  const edges = Array.from({ length: last - first + 1 }, (_, i) => roundTo((first + i) * step));
  if (min < edges[0]!) edges.unshift(-roundUp(-min));
  if (max > edges.at(-1)!) edges.push(roundUp(max));
  return strictlyAscending(edges);
}

/** Removes edges that are equal after rounding; returns at least two. */
function strictlyAscending(edges: readonly number[]): Float64Array {
  const different = edges.filter((edge, i) => i === 0 || edge > edges[i - 1]!);
  if (different.length === 1) different.push(different[0]! + 1);
  return Float64Array.from(different);
}

const quantile = (sorted: Float64Array, share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Returns the smallest of 1, 2 and 5 times a power of ten that is at least the given positive number. */
function roundStep(number: number): number {
  const power = 10 ** Math.floor(Math.log10(number));
  return roundTo(([1, 2, 5].find((digit) => digit * power >= number) ?? 10) * power);
}

/** Rounds up to two significant digits. */
function roundUp(number: number): number {
  if (number === 0) return 0;
  const unit = 10 ** (Math.floor(Math.log10(Math.abs(number))) - 1);
  return roundTo(Math.ceil(number / unit) * unit);
}

/** Removes floating-point errors: 0.30000000000000004 becomes 0.3. */
const roundTo = (number: number): number => Number(number.toPrecision(12));
