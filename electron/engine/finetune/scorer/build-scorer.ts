import type { NamedArray } from '../../model/safetensors.ts';
import { weightShapes } from '../../model/weights.ts';
import { arraysOf, type Run } from '../../runs/run-files.ts';
import { FACTS } from '../examples.ts';
import { headShapes } from '../head/head.ts';
import type { Calibration } from '../judge/calibrate.ts';
import type { ReadyHead } from './score-all-users.ts';
import type { Scorer } from './scorer.ts';
import { taker } from './scorer-arrays.ts';
import type { ScorerFile } from './scorer-file.ts';

/** A scorer out of what its files say, each array in the shape that the others ask for. Throws where one is not. */
export function scorerFrom(file: ScorerFile, arrays: Readonly<Record<string, NamedArray>>, run: Run): ReadyHead {
  const { kind, labels, dates, counted, linear: scale } = file;
  const take = taker(arrays);
  const facts = { mean: take.row('facts.mean', FACTS), scale: take.row('facts.scale', FACTS) };
  const terms = counted?.map((field) => ({ field, idf: take.row(`idf.${field}`) })) ?? null;
  const vectors = kind === 'solved' ? 2 * run.encoder.width : 0;
  const width = vectors + (terms ? terms.reduce((sum, { idf }) => sum + idf.length, FACTS) : 0);
  const outputs = labels.names.length;
  const linear = scale && {
    coefficients: take.shaped('linear.coefficients', [width + 1, outputs]).data,
    outputs,
    scale,
  };
  const calibration = calibrationFrom(file, take);
  if (kind === 'solved') {
    if (!linear) throw new Error('it has no linear model');
    const standard = { mean: take.row('vectors.mean', vectors), scale: take.row('vectors.scale', vectors) };
    return { labels, dates, calibration, scorer: { kind, facts, terms, vectors: standard, linear } };
  }
  if (!file.trained) throw new Error('it has no heads');
  const members = membersFrom(file, { ...arrays, ...own(arraysOf(run.weights)) }, run);
  const scorer: Scorer = { kind, facts, terms, linear, scale: file.trained.scale, members };
  return { labels, dates, calibration, scorer };
}

/** The weights of the first member are the run's. */
const own = (arrays: Record<string, NamedArray>) =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`member.0.${name}`, array]));

function membersFrom({ trained, labels }: ScorerFile, arrays: Record<string, NamedArray>, { encoder }: Run) {
  const take = taker(arrays);
  const { hidden, members } = trained!;
  const shapes = { ...weightShapes(encoder), ...headShapes(encoder.width, FACTS, hidden, labels.names.length) };
  return Array.from({ length: members }, (_, member) =>
    Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [name, take.shaped(`member.${member}.${name}`, shape)]),
    ),
  );
}

function calibrationFrom({ calibration, labels }: ScorerFile, take: ReturnType<typeof taker>): Calibration {
  if (calibration.method !== 'isotonic') return calibration;
  const curves = labels.names.map((_, k) => {
    const x = take.row(`calibration.${k}.x`);
    return { x, y: take.row(`calibration.${k}.y`, x.length) };
  });
  return { method: 'isotonic', curves };
}
