import { z } from 'zod';
import { ActionSetting } from '../domain/action-settings.ts';
import { ClusterName, TraitKey } from '../domain/cluster-name.ts';
import { StepResult } from './import-effect.ts';
import { Definition, LiftKind } from './segment.ts';

/** Estimate with its 95 % interval. */
export const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });
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
export const DataFacts = z.object({
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

/** Name of a group as a code with parameters, from which each language forms the text. */
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
  /** Name given to a cluster by a person. */
  z.object({ code: z.literal('cluster'), name: ClusterName }),
]);
export type GroupName = z.infer<typeof GroupName>;

/** Feature that a group has more often, or less often, than everyone. See `Lift` for the columns. */
const Evidence = z.object({
  kind: LiftKind,
  of: z.string().nullable(),
  name: z.string().nullable(),
  /** What was chosen for the action of a behaviour, and its kind; absent in briefs of earlier versions. */
  action: ActionSetting.exactOptional(),
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
