import { z } from 'zod';
import { Cleaning } from '../domain/cleaning.ts';
import { ClusterName, TraitKey } from '../domain/cluster-name.ts';
import { TrainConfig } from '../domain/train-config.ts';
import { TrainPreset } from '../domain/train-presets.ts';
import { Problem, Remedy } from './examine.ts';
import { BriefId } from './ids.ts';
import { StepResult } from './import-effect.ts';
import { ExportPlace, ImportFile, Path } from './import-file.ts';
import { job, method } from './method.ts';
import { Definition, LiftKind } from './segment.ts';
import { Baseline, Verdict } from './train.ts';

/** Remedy of a problem that the doctor found in a table, applied before the import. */
export const Fix = Problem.pick({ code: true, count: true, facts: true }).extend({
  file: Path,
  inner: z.string().nullable(),
  remedy: Remedy,
});
export type Fix = z.infer<typeof Fix>;

/** Estimate with its 95 % interval. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
export type Estimate = z.infer<typeof Estimate>;

const SourceFile = z.object({
  name: z.string(),
  sha256: z.string(),
  rows: z.number(),
  events: z.number(),
  duplicates: z.number(),
  /** Rows set aside because they could not be read, and their number by reason (`RejectionCode`). */
  rejected: z.number(),
  reasons: z.array(z.object({ code: z.string(), rows: z.number() })),
  steps: z.array(StepResult),
});

/** What the workspace contains. */
const DataFacts = z.object({
  /** All files of events, users and items, the newest first. */
  files: z.array(SourceFile),
  events: z.number(),
  users: z.number(),
  items: z.number(),
  sessions: z.number(),
  /** Milliseconds since the epoch; null if only the order of events is known. */
  first: z.number().nullable(),
  last: z.number().nullable(),
  /** Whether times include the time of day. */
  clock: z.boolean(),
  /** The most frequent first. */
  actions: z.array(z.object({ name: z.string(), events: z.number() })),
  /** Users with a single session, or with a single event if events have no sessions. */
  once: z.number(),
  /** Null if no action is a purchase. */
  purchases: z
    .object({ users: Estimate.extend({ count: z.number() }), number: z.number(), money: z.number() })
    .nullable(),
  synthetic: z.boolean(),
  /** Zone of the period, and the currency of all money; null if none was chosen. */
  zone: z.string(),
  currency: z.string().nullable(),
});

/** Group of users by how often and how lately they bought, or did anything where there are no purchases. */
export const RuleGroup = z.enum([
  'loyal',
  'loyalLapsed',
  'repeat',
  'repeatLapsed',
  'single',
  'singleLapsed',
  'lookers',
  'passers',
  'heavy',
  'heavyLapsed',
  'light',
  'lightLapsed',
]);
export type RuleGroup = z.infer<typeof RuleGroup>;

/** What the members of a group do, in its name, compared with everyone; `quiet` if they did at most half as much. */
const Stance = z.enum(['buyers', 'lookers', 'lapsed', 'active', 'quiet']);
export type Stance = z.infer<typeof Stance>;

/** Name of a group: a code and parameters from which each language makes the name. */
export const GroupName = z.discriminatedUnion('code', [
  /**
   * `topics` are categories, brands or attribute values of the data, `mixed` if most members have other interests too;
   * `number` counts groups of the same name.
   */
  z.object({
    code: z.literal('topic'),
    topics: z.array(TraitKey.pick({ kind: true, of: true, name: true })).max(2),
    mixed: z.boolean(),
    stance: Stance.nullable(),
    number: z.number().int(),
  }),
  z.object({ code: z.literal('rule'), rule: RuleGroup }),
  /** Name of a cluster that a person has given. */
  z.object({ code: z.literal('cluster'), name: ClusterName }),
]);
export type GroupName = z.infer<typeof GroupName>;

/** Feature that a group has more often, or less often, than everyone. See `Lift` for the columns. */
const Evidence = z.object({
  kind: LiftKind,
  of: z.string().nullable(),
  name: z.string().nullable(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** Of an item; null otherwise. */
  category: z.string().nullable(),
  brand: z.string().nullable(),
  memberShare: z.number(),
  everyoneShare: z.number(),
  lift: Estimate,
  q: z.number(),
});
export type Evidence = z.infer<typeof Evidence>;

/** Why a group is worth acting on; every reason is a stated criterion (`brief/reasons.ts` in the engine). */
export const Reason = z.discriminatedUnion('code', [
  /** Its share of the money is at least 1.5 times its share of users, and at least 5 %. */
  z.object({ code: z.literal('money'), share: z.number(), moneyShare: z.number() }),
  /** Of its members of the first half of the period, surely a tenth fewer came back in the second than of others. */
  z.object({ code: z.literal('falling'), members: z.number(), returned: Estimate, others: z.number() }),
  /** They do more than others, and buy less often. */
  z.object({
    code: z.literal('undecided'),
    events: z.number(),
    othersEvents: z.number(),
    bought: Estimate,
    others: z.number(),
  }),
  /** They were active more than once, and not lately: by the rule of the group. */
  z.object({ code: z.literal('lapsed'), days: z.number() }),
  /** They bought once, and lately: by the rule of the group. */
  z.object({ code: z.literal('single'), days: z.number() }),
  /** Most of them have a feature in common that at most a third as many of everyone have. */
  z.object({ code: z.literal('distinct'), memberShare: z.number(), lift: Estimate }),
]);
export type Reason = z.infer<typeof Reason>;

const NextItem = z.object({
  item: z.string(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  category: z.string().nullable(),
  brand: z.string().nullable(),
  /** Share of the sampled members, and of those of all groups, for whom it is among the first ten, in [0, 1]. */
  share: z.number(),
  overall: z.number(),
});
export type NextItem = z.infer<typeof NextItem>;

export const Group = z.object({
  /** Identifies the group within the brief. */
  key: z.string(),
  name: GroupName,
  definition: Definition,
  /** The definition as the text of a rule. */
  rule: z.string(),
  size: z.number(),
  /** Share of all users, in [0, 1]. */
  share: z.number(),
  events: z.number(),
  /** Users of the group who bought; null if no action is a purchase, or if all users bought. */
  bought: Estimate.extend({ count: z.number() }).nullable(),
  /** Null if no purchase has a value. */
  money: z.object({ total: z.number(), share: z.number() }).nullable(),
  /** Median of days since the last event, of the group and of everyone; null without dates or for less than two weeks. */
  recency: z.object({ median: z.number(), everyone: z.number() }).nullable(),
  medianEvents: z.number(),
  evidence: z.array(Evidence),
  /** Number of features that were tested, for which `q` is corrected. */
  tested: z.number(),
  /** Why it is worth acting on, the strongest first; none if it is not. */
  why: z.array(Reason),
  next: z.array(NextItem),
});
export type Topic = Extract<GroupName, { code: 'topic' }>['topics'][number];
export type Group = z.infer<typeof Group>;

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
  next: z.object({ by: z.union([z.literal('model'), Baseline]), sample: z.number() }).nullable(),
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
