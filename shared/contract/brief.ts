import { z } from 'zod';
import { Cleaning } from '../domain/cleaning.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { TrainPreset } from '../domain/train-presets.ts';
import { DataFacts, Estimate, Group } from './brief-facts.ts';
import { Problem, Remedy } from './examine.ts';
import { BriefId } from './ids.ts';
import { ExportPlace, ImportFile, Path } from './import-file.ts';
import { job, method } from './method.ts';
import { Baseline, Verdict } from './train.ts';

/** Remedy of a problem that the doctor found in a table, applied before the import. */
export const Fix = Problem.pick({ code: true, count: true, facts: true }).extend({
  file: Path,
  inner: z.string().nullable(),
  remedy: Remedy,
});
export type Fix = z.infer<typeof Fix>;

/** Part of a brief that was left out, and why. */
export const Omission = z.object({
  part: z.enum(['model', 'evaluation', 'map', 'next']),
  reason: z.enum([
    'few-users',
    'no-items',
    'single-events',
    'nothing-held-out',
    'diverged',
    'too-large',
    'no-profiles',
  ]),
});
export type Omission = z.infer<typeof Omission>;

const BriefModel = z.object({
  run: z.string(),
  backend: z.string(),
  seed: z.number(),
  seconds: z.number(),
  /** Whether it was trained before on the same data and used again. */
  reused: z.boolean(),
  evaluation: z
    .object({
      users: z.number(),
      better: Verdict.shape.better,
      fit: Verdict.shape.fit,
      baseline: z.string(),
      ndcg10: z.number(),
      baselineNdcg10: z.number(),
      /** NDCG@10 of the model minus that of the baseline. */
      difference: Estimate.nullable(),
      /** The blend of the model and the baselines if it is significantly better than each of them; otherwise null. */
      blend: z
        .object({ ndcg10: z.number(), bestRanker: z.string(), bestNdcg10: z.number(), difference: Estimate })
        .nullable()
        .default(null),
    })
    .nullable(),
});

/** A brief: facts and codes, from which each language makes the page (`shared/texts/brief/`). */
export const Brief = z.object({
  brief: z.string(),
  /** Milliseconds since the epoch. */
  created: z.number(),
  /** Time that it took to make, from the start of the first attempt, without pauses. */
  seconds: z.number(),
  portrait: z.string(),
  /** Changes with every import, so that a brief of earlier data is recognised. */
  dataState: z.string(),
  data: DataFacts,
  fixes: z.array(Fix),
  model: BriefModel.nullable(),
  map: z.string().nullable(),
  /** Ranker of the next items and the number of members of a group it was averaged over; null if there is none. */
  next: z.object({ by: z.union([z.enum(['model', 'blend']), Baseline]), sample: z.number() }).nullable(),
  /** Groups worth acting on first, then the others; the largest first within each. */
  groups: z.array(Group),
  omissions: z.array(Omission),
});
export type Brief = z.infer<typeof Brief>;

export const BriefLanguage = z.enum(['en', 'zh']);
export type BriefLanguage = z.infer<typeof BriefLanguage>;

export const BriefInput = z.object({
  /** None describes the workspace as it is. */
  files: z.array(ImportFile).max(10_000).default([]),
  cleaning: Cleaning.default({}),
  /** Fixes to apply; the recommended ones are found by an examination first. */
  fixes: z.union([z.literal('recommended'), z.array(Fix).max(10_000)]).default('recommended'),
  preset: TrainPreset.default('quick'),
  /** Settings that replace those of the preset. */
  config: TrainConfig.partial().default({}),
  /** The user's own presets; filled in by the engine. */
  presets: z.array(z.unknown()).default([]),
});

const Which = { brief: BriefId.exactOptional() };

export const brief = {
  /**
   * Examines and imports files, trains and evaluates a model, computes profiles and a map, and describes the groups of
   * users. A part that the data does not allow is left out, and the brief says so.
   */
  'brief.make': job(BriefInput, z.object({ brief: z.string(), seconds: z.number() }), { reads: false }),
  /** Lists the briefs, the newest first. */
  'brief.list': method(
    z.object({}),
    z.object({ briefs: z.array(z.object({ brief: z.string(), created: z.number() })) }),
  ),
  /** Returns a brief, by default the newest; null if there is none. Throws BRIEF_NOT_FOUND. */
  'brief.get': method(
    z.object(Which),
    z.object({
      brief: Brief.nullable(),
      /** Whether files were imported or removed since it was made. */
      outdated: z.boolean(),
    }),
  ),
  /** Deletes a brief. It can be restored until the workspace is closed. Throws BRIEF_NOT_FOUND. */
  'brief.delete': method(z.object({ brief: BriefId }), z.object({})),
  /** Restores a brief that was deleted since the workspace was opened. Throws BRIEF_NOT_FOUND. */
  'brief.restore': method(z.object({ brief: BriefId }), z.object({})),
  /** Saves a brief as a page that needs no other file. Throws BRIEF_NOT_FOUND and FILE_EXISTS. */
  'brief.save': method(z.object({ ...Which, language: BriefLanguage, ...ExportPlace }), z.object({ file: z.string() })),
  /**
   * Saves a group as a segment and exports its members in two files: those to contact, and a hold-out of a tenth who are
   * not contacted. A user is held out by a hash of the campaign's name and the user's, so that the division can be
   * repeated. Throws BRIEF_NOT_FOUND, GROUP_NOT_FOUND, SEGMENT_EXISTS and MAP_NOT_FOUND.
   */
  'brief.exportGroup': method(
    z.object({
      ...Which,
      group: z.string().max(100),
      /** Name of the segment and of the campaign. */
      name: z.string().trim().min(1).max(200),
    }),
    z.object({
      segment: z.string(),
      contact: z.object({ rows: z.number(), file: z.string() }),
      holdOut: z.object({ rows: z.number(), file: z.string() }),
    }),
  ),
};
