import { z } from 'zod';
import { ClusterName } from '../domain/cluster-name.ts';
import { Target } from '../domain/finetune-config.ts';
import { LIFE_STAGES } from '../domain/life-stage.ts';
import { RFM_RANGES } from '../domain/rfm.ts';
import { TRENDS } from '../domain/trend.ts';
import { PredictionKind } from './prediction.ts';
import { NextPurchaseTest } from './value.ts';

const Titles = {
  /** An item's titles; null otherwise. */
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
};

export const Interest = z.object({
  /** Name of a category, brand or item as imported. */
  name: z.string(),
  ...Titles,
  /** Number of the user's events with it, and in the earlier and the recent half of the user's events. */
  events: z.number(),
  earlier: z.number(),
  recent: z.number(),
  /** Share of the user's events, and of all events. */
  share: z.number(),
  overallShare: z.number(),
  /** The user's share, shrunk towards the overall share, divided by the overall share. */
  lift: z.number(),
  /** Lower bound of the lift, by which interests are ranked; an interest if above 1. */
  low: z.number(),
  /** Null if the user has too few events for any division of them to be significant. */
  trend: z.enum(TRENDS).nullable(),
});
export type Interest = z.infer<typeof Interest>;

/** A number with its 95 % interval. */
const Estimate = z.object({ value: z.number(), low: z.number(), high: z.number() });

/** Scores of 1 to 5 among all customers. */
const Rfm = z.object({
  r: z.number().int(),
  f: z.number().int(),
  m: z.number().int(),
  name: z.enum(RFM_RANGES.map(({ name }) => name)),
});

const Stage = z.object({
  stage: z.enum(LIFE_STAGES),
  /** Days since the last purchase, and silence from which the customer is at risk, and lapsed. */
  silent: z.number(),
  riskAfter: z.number(),
  lapsedAfter: z.number(),
  /** Number of gaps between purchases, and their median; null if the shop's gaps are used. */
  gaps: z.number(),
  ownMedian: z.number().nullable(),
  shopMedian: z.number(),
});

/** A user with at least one dated purchase. All purchases of a day are one. */
const Customer = z.object({
  /** Number of days with a purchase; the first and the last, as YYYY-MM-DD. */
  purchases: z.number(),
  first: z.string(),
  last: z.string(),
  /** Money paid less returns, null if none is known; and per purchase. */
  spent: z.number().nullable(),
  average: z.number().nullable(),
  /** Number of customers. */
  customers: z.number(),
  /** Null if a measure is unknown. */
  rfm: Rfm.nullable(),
  /** Null if the shop has too few gaps between purchases. */
  stage: Stage.nullable(),
});
export type Customer = z.infer<typeof Customer>;

/** What models expect of a customer from the end of the data on, by BG/NBD and Gamma-Gamma. */
const Expectation = z.object({
  /** Repeat purchases, and weeks from the first purchase to the last one and to the end of the data. */
  x: z.number(),
  tx: z.number(),
  T: z.number(),
  /** Probability that the customer still buys; the interval is that of the parameters. */
  active: Estimate,
  /** Number of purchases within the horizon; the interval is that of what will be counted. */
  purchases: Estimate,
  /** Expected value of one purchase, and of those of the horizon; null without a model of value. */
  spend: z.number().nullable(),
  money: Estimate.nullable(),
  mbg: z.object({ active: z.number(), purchases: z.number() }),
  pareto: z.object({ active: z.number(), purchases: z.number() }),
  /** Probability of a purchase within the horizon, and the 80 % interval of its day if there is one. */
  next: z.object({ chance: z.number(), from: z.string(), to: z.string() }),
});
export type Expectation = z.infer<typeof Expectation>;

const CustomerValue = z.object({
  /** Whether the models were fitted to the present events, to earlier ones, or not yet. */
  fit: z.enum(['current', 'outdated', 'none']),
  weeks: z.number().nullable(),
  /** Back-test of the intervals of the next purchase. */
  nextPurchase: NextPurchaseTest.nullable(),
  /** Null without models, and for users who have not bought. */
  expected: Expectation.nullable(),
});

export const HABITS = ['night', 'morning', 'afternoon', 'evening', 'weekend'] as const;

/** Share of the user's events in a part of the day or week, and of all events; `low` is the lower bound of their ratio. */
const Habit = z.object({
  when: z.enum(HABITS),
  events: z.number(),
  share: z.number(),
  overall: z.number(),
  low: z.number(),
});

/** Share of something among the user's events, and among all. */
const Share = z.object({ name: z.string(), events: z.number(), share: z.number(), overall: z.number() });

const Price = z.object({
  /** Mean percentile of the unit prices that the user paid among all that were paid in their categories, 0 to 100. */
  percentile: Estimate,
  /** Number of purchases that it is the mean of. */
  purchases: z.number(),
  level: z.enum(['low', 'middle', 'high']),
});

const Discounts = z.object({
  /** Number of purchases, how many of them with a discount, and the share among all purchases. */
  purchases: z.number(),
  discounted: z.number(),
  overall: z.number(),
  /** Compared with all other purchases, by Fisher's exact test at 5 %. */
  verdict: z.enum(['more', 'less', 'same']),
});

/** A trained prediction for this user. */
const Predicted = z.object({
  run: z.string(),
  target: Target,
  title: z.string(),
  kind: PredictionKind,
  /** The most probable class, label or candidate; null for a number. */
  class: z.string().nullable(),
  /** Its probability, or the number. Null if the user has too few events. */
  value: z.number().nullable(),
  /** Whether the probabilities were calibrated. */
  calibrated: z.boolean(),
  stale: z.boolean(),
});
export type Predicted = z.infer<typeof Predicted>;

const ClusterMeasures = z.object({
  events: z.number(),
  sessions: z.number(),
  frequency: z.number(),
  monetary: z.number(),
});

export const PortraitCluster = z.object({
  map: z.string(),
  id: z.number(),
  name: ClusterName,
  size: z.number(),
  /** Place of the user on the map. */
  x: z.number(),
  y: z.number(),
  /** Thumbnail of the map, as in `WorkspaceFigures`, and the user's place on its scale. */
  sketch: z.array(z.number()),
  mark: z.tuple([z.number(), z.number()]),
  /** Means over the cluster's users. */
  means: ClusterMeasures,
});

const SharedInterest = z.object({ kind: z.enum(['category', 'brand', 'item']), name: z.string(), ...Titles });

export const SimilarUser = z.object({
  user: z.string(),
  /** Cosine similarity of the vectors, −1 to 1. */
  cosine: z.number(),
  /** Interests of both, the surest first. */
  shared: z.array(SharedInterest),
});
export type SimilarUser = z.infer<typeof SimilarUser>;

/** What is known of a user beside declared attributes and measures; see docs/PORTRAIT.md for the rules. */
export const portraitFacts = {
  interests: z.object({ categories: z.array(Interest), brands: z.array(Interest), items: z.array(Interest) }),
  /** The last day of the data as YYYY-MM-DD; null without dates. */
  until: z.string().nullable(),
  /** Users before and after by name. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
  /** Null for a user who has not bought. */
  customer: Customer.nullable(),
  value: CustomerValue,
  /** Habits that are surely more frequent than among all users. */
  habits: z.array(Habit),
  price: Price.nullable(),
  discounts: Discounts.nullable(),
  channels: z.array(Share),
  campaigns: z.array(Share),
  predictions: z.array(Predicted),
  segments: z.array(z.object({ name: z.string(), size: z.number() })),
  cluster: PortraitCluster.nullable(),
  /** Nearest users by their vectors, the most similar first. */
  nearest: z.array(SimilarUser),
};

const Portrait = z.object(portraitFacts);
export type Portrait = z.infer<typeof Portrait>;
