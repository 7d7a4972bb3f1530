import { z } from 'zod';
import { ClusterName } from '../domain/cluster-name.ts';
import { Target } from '../domain/finetune-config.ts';
import { LIFE_STAGES } from '../domain/life-stage.ts';
import { RFM_RANGES } from '../domain/rfm.ts';
import { TRENDS } from '../domain/trend.ts';
import { PredictionKind } from './prediction.ts';
import { NextPurchaseTest } from './value.ts';

const Titles = {
  /** Titles of an item; null for categories and brands. */
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
};

export const Interest = z.object({
  /** Name of a category, brand or item as imported. */
  name: z.string(),
  ...Titles,
  /**
   * Number of the user’s events with this value: in total, and in the earlier and the recent half of the user’s events.
   */
  events: z.number(),
  earlier: z.number(),
  recent: z.number(),
  /** Share of the user’s events, and share of all events. */
  share: z.number(),
  overallShare: z.number(),
  /** Smoothed lift: the user’s share, shrunk towards the overall share, divided by the overall share. */
  lift: z.number(),
  /** Lower bound of the lift, above 1 for every interest. Interests are in descending order of it. */
  low: z.number(),
  /** Null if the user has too few events for a significant difference between the halves. */
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
  /** Days since the last purchase, and the number of days after which the customer is at risk, or lapsed. */
  silent: z.number(),
  riskAfter: z.number(),
  lapsedAfter: z.number(),
  /**
   * Number of gaps between the customer’s purchases, and their median; null if the gaps of all customers are used
   * instead.
   */
  gaps: z.number(),
  ownMedian: z.number().nullable(),
  shopMedian: z.number(),
});

/** A user with at least one dated purchase. All purchases of a day count as one. */
const Customer = z.object({
  /** Number of days with a purchase, and the first and the last of them as YYYY-MM-DD. */
  purchases: z.number(),
  first: z.string(),
  last: z.string(),
  /** Money paid minus returns, in total and per purchase; null if unknown. */
  spent: z.number().nullable(),
  average: z.number().nullable(),
  /** Number of customers of the workspace. */
  customers: z.number(),
  /** Null if a measure is unknown. */
  rfm: Rfm.nullable(),
  /** Null if the workspace has too few gaps between purchases. */
  stage: Stage.nullable(),
});
export type Customer = z.infer<typeof Customer>;

/** Expectation of BG/NBD and Gamma-Gamma for a customer, from the end of the data on. */
const Expectation = z.object({
  /** Number of repeat purchases, and weeks from the first purchase to the last purchase and to the end of the data. */
  x: z.number(),
  tx: z.number(),
  T: z.number(),
  /** Probability that the customer is still active, with its interval over the parameters. */
  active: Estimate,
  /** Expected number of purchases within the horizon, with a prediction interval. */
  purchases: Estimate,
  /** Expected value of one purchase, and of all purchases within the horizon; null without a model of value. */
  spend: z.number().nullable(),
  money: Estimate.nullable(),
  mbg: z.object({ active: z.number(), purchases: z.number() }),
  pareto: z.object({ active: z.number(), purchases: z.number() }),
  /** Probability of a purchase within the horizon, and the 80 % interval of its day, given a purchase. */
  next: z.object({ chance: z.number(), from: z.string(), to: z.string() }),
});
export type Expectation = z.infer<typeof Expectation>;

const CustomerValue = z.object({
  /** Whether the models were fitted to the current events, to earlier events, or not at all. */
  fit: z.enum(['current', 'outdated', 'none']),
  weeks: z.number().nullable(),
  /** Back-test of the intervals of the next purchase. */
  nextPurchase: NextPurchaseTest.nullable(),
  /** Null without models, and for users who are not customers. */
  expected: Expectation.nullable(),
});

export const HABITS = ['night', 'morning', 'afternoon', 'evening', 'weekend'] as const;

/**
 * Share of the user’s events in a part of the day or week, and share of all events. `low` is the lower bound of the
 * ratio.
 */
const Habit = z.object({
  when: z.enum(HABITS),
  events: z.number(),
  share: z.number(),
  overall: z.number(),
  low: z.number(),
});

/** Share of the user’s events with a channel or campaign, and share of all events. */
const Share = z.object({ name: z.string(), events: z.number(), share: z.number(), overall: z.number() });

const Price = z.object({
  /** Mean percentile of the user’s unit prices among all prices of the same category, 0 to 100. */
  percentile: Estimate,
  /** Number of purchases in the mean. */
  purchases: z.number(),
  level: z.enum(['low', 'middle', 'high']),
});

const Discounts = z.object({
  /** Number of purchases, number of discounted purchases, and share of discounted purchases among all users. */
  purchases: z.number(),
  discounted: z.number(),
  overall: z.number(),
  /** Compared with all other purchases, by Fisher's exact test at 5 %. */
  verdict: z.enum(['more', 'less', 'same']),
});

/** Scores of the user by a prediction. */
const Predicted = z.object({
  run: z.string(),
  target: Target,
  title: z.string(),
  kind: PredictionKind,
  /** The most probable class, label or candidate; null for a number. */
  class: z.string().nullable(),
  /** Probability of the class, or the predicted number. Null if the user has too few events. */
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
  /** Position of the user on the map. */
  x: z.number(),
  y: z.number(),
  /** Thumbnail of the map, as in `WorkspaceFigures`, and the user’s position in its coordinates. */
  sketch: z.array(z.number()),
  mark: z.tuple([z.number(), z.number()]),
  /** Means over the users of the cluster. */
  means: ClusterMeasures,
});

const SharedInterest = z.object({ kind: z.enum(['category', 'brand', 'item']), name: z.string(), ...Titles });

export const SimilarUser = z.object({
  user: z.string(),
  /** Cosine similarity of the vectors, −1 to 1. */
  cosine: z.number(),
  /** Shared interests, ranked by the smaller of the two lower bounds. */
  shared: z.array(SharedInterest),
});
export type SimilarUser = z.infer<typeof SimilarUser>;

/** Facts of a portrait besides attributes and measures. docs/PORTRAIT.md states the rules. */
export const portraitFacts = {
  interests: z.object({ categories: z.array(Interest), brands: z.array(Interest), items: z.array(Interest) }),
  /** Day of the last event of any user, as YYYY-MM-DD; null without dates. */
  until: z.string().nullable(),
  /** Previous and next user name in alphabetical order. */
  previous: z.string().nullable(),
  next: z.string().nullable(),
  /** Null for users without a dated purchase. */
  customer: Customer.nullable(),
  value: CustomerValue,
  /** Times of day or week that are significantly more frequent than among all users, by descending lower bound. */
  habits: z.array(Habit),
  price: Price.nullable(),
  discounts: Discounts.nullable(),
  channels: z.array(Share),
  campaigns: z.array(Share),
  predictions: z.array(Predicted),
  segments: z.array(z.object({ name: z.string(), size: z.number() })),
  cluster: PortraitCluster.nullable(),
  /** Users with the most similar vectors, the most similar first. */
  nearest: z.array(SimilarUser),
};

const Portrait = z.object(portraitFacts);
export type Portrait = z.infer<typeof Portrait>;
