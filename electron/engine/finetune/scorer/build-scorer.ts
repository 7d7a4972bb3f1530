import type { NamedArray } from '../../model/safetensors.ts';
import { weightShapes } from '../../model/weights.ts';
import { arraysOf, type Run } from '../../runs/run-files.ts';
import type { Calibration } from '../evaluate/calibrate.ts';
import { FACTS } from '../examples.ts';
import { headShapes } from '../head/head.ts';
import type { PredictionModel } from './score-all-users.ts';
import type { Scorer } from './scorer.ts';
import { arrayReader } from './scorer-arrays.ts';
import type { ScorerFile } from './scorer-format.ts';

/** Builds a prediction from its files. Throws if an array does not have the shape that the other files require. */
export function buildScorer(file: ScorerFile, arrays: Readonly<Record<string, NamedArray>>, run: Run): PredictionModel {
  const { kind, labels, dates, counted, linear: scale } = file;
  const reader = arrayReader(arrays);
  const facts = { mean: reader.row('facts.mean', FACTS), scale: reader.row('facts.scale', FACTS) };
  const terms = counted?.map((field) => ({ field, idf: reader.row(`idf.${field}`) })) ?? null;
  const vectors = kind === 'solved' ? 2 * run.encoder.width : 0;
  const width = vectors + (terms ? terms.reduce((sum, { idf }) => sum + idf.length, FACTS) : 0);
  const outputs = labels.names.length;
  const linear = scale && {
    coefficients: reader.shaped('linear.coefficients', [width + 1, outputs]).data,
    outputs,
    scale,
  };
  const calibration = calibrationFrom(file, reader);
  if (kind === 'solved') {
    if (!linear) throw new Error('it has no linear model');
    const vectorScaler = { mean: reader.row('vectors.mean', vectors), scale: reader.row('vectors.scale', vectors) };
    return { labels, dates, calibration, scorer: { kind, facts, terms, vectors: vectorScaler, linear } };
  }
  if (!file.trained) throw new Error('it has no heads');
  const members = membersFrom(file, { ...arrays, ...asFirstMember(arraysOf(run.weights)) }, run);
  const scorer: Scorer = { kind, facts, terms, linear, scale: file.trained.scale, members };
  return { labels, dates, calibration, scorer };
}

/** Names a run's weights as those of the first member. */
const asFirstMember = (arrays: Record<string, NamedArray>) =>
  Object.fromEntries(Object.entries(arrays).map(([name, array]) => [`member.0.${name}`, array]));

function membersFrom({ trained, labels }: ScorerFile, arrays: Record<string, NamedArray>, { encoder }: Run) {
  const reader = arrayReader(arrays);
  const { hidden, members } = trained!;
  const shapes = { ...weightShapes(encoder), ...headShapes(encoder.width, FACTS, hidden, labels.names.length) };
  return Array.from({ length: members }, (_, member) =>
    Object.fromEntries(
      Object.entries(shapes).map(([name, shape]) => [name, reader.shaped(`member.${member}.${name}`, shape)]),
    ),
  );
}

function calibrationFrom({ calibration, labels }: ScorerFile, reader: ReturnType<typeof arrayReader>): Calibration {
  if (calibration.method !== 'isotonic') return calibration;
  const curves = labels.names.map((_, k) => {
    const x = reader.row(`calibration.${k}.x`);
    return { x, y: reader.row(`calibration.${k}.y`, x.length) };
  });
  return { method: 'isotonic', curves };
}
