import { z } from 'zod';
import { ClusterName } from '../domain/cluster-name.ts';
import { DEFAULT_POOLING, Pooling } from '../domain/pooling.ts';
import { Float32, Float64, Int32 } from './arrays.ts';
import { byName } from './by-name.ts';
import { RunId } from './ids.ts';
import { job, method } from './method.ts';
import { portraitFacts } from './portrait.ts';

export const MeasureName = z.enum(['events', 'sessions', 'recency', 'frequency', 'monetary']);
export type MeasureName = z.infer<typeof MeasureName>;

export const TimelineEvent = z.object({
  /** Milliseconds since the epoch; null if only the order of the events is known. */
  time: z.number().nullable(),
  /** Whether the time includes the time of day. */
  clock: z.boolean(),
  session: z.number().nullable(),
  action: z.string(),
  item: z.string().nullable(),
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  category: z.string().nullable(),
  brand: z.string().nullable(),
  price: z.number().nullable(),
  amount: z.number().nullable(),
  text: z.string().nullable(),
  rating: z.number().nullable(),
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

/** Names as imported. `text` is a substring of a title, a text or a name; letters A to Z match in either case. */
const TimelineFilter = z.object({
  action: z.string().exactOptional(),
  category: z.string().exactOptional(),
  brand: z.string().exactOptional(),
  item: z.string().exactOptional(),
  text: z.string().max(200).exactOptional(),
});
export type TimelineFilter = z.infer<typeof TimelineFilter>;

const Value = z.object({
  value: z.number().nullable(),
  /** 1 to 5, with 5 the fifth of the users with the highest value (for recency: with the fewest days). */
  quintile: z.number().int().nullable(),
});

export const profile = {
  /** Computes and stores the vector of every user with a run's model. */
  'profile.compute': job(
    z.object({ run: RunId, pooling: Pooling.default(DEFAULT_POOLING) }),
    z.object({ run: z.string(), users: z.number(), dimensions: z.number(), seconds: z.number() }),
    { reads: false },
  ),
  /** Returns the profile of one user. `run` defaults to the newest run with profiles. */
  'profile.user': method(
    z.object({ user: z.string(), run: RunId.exactOptional() }),
    z.object({
      user: z.string(),
      attributes: byName(z.string()),
      measures: z.record(MeasureName, Value),
      /** The monetary value before returns. */
      gross: z.number(),
      /** Number of events by hour of the week in the workspace's zone, from Monday 00:00: 168 counts; empty if times have no clock. */
      hours: Int32,
      /** Months with events, as `YYYY-MM`, and the number of events in each. */
      months: z.array(z.string()),
      monthly: Int32,
      run: z.string().nullable(),
      ...portraitFacts,
    }),
  ),
  /**
   * Predicts the item or category of a user’s next event with a run’s model, most probable first. `because` is the
   * event whose removal from the history lowers the probability most, by a factor of `factor`; null if no event lowers
   * it by at least 1.1. Empty if the run predicts neither items nor categories.
   */
  'profile.next': job(
    z.object({ user: z.string(), run: RunId, limit: z.number().int().min(1).max(50).default(6) }),
    z.object({
      run: z.string(),
      kind: z.enum(['item', 'category']).nullable(),
      expected: z.array(
        z.object({
          name: z.string(),
          title: z.string().nullable(),
          titleEn: z.string().nullable(),
          probability: z.number(),
          because: z.object({ event: TimelineEvent, factor: z.number() }).nullable(),
        }),
      ),
    }),
    { reads: true, keepsModel: true },
  ),
  /** Returns a user’s events, latest first. Only events that match all values of `filter` are listed. */
  'profile.timeline': method(
    z.object({
      user: z.string(),
      filter: TimelineFilter.default({}),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({ total: z.number(), events: z.array(TimelineEvent) }),
  ),
  /** Returns one page of the workspace's users. */
  'profile.users': method(
    z.object({
      search: z.string().max(200).default(''),
      order: z.enum(['user', ...MeasureName.options]).default('monetary'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(10_000).default(50),
    }),
    z.object({
      total: z.number(),
      map: z.string().nullable(),
      users: z.array(z.string()),
      attributes: z.array(byName(z.string())),
      events: Int32,
      sessions: Int32,
      recency: Float64,
      frequency: Int32,
      monetary: Float64,
      cluster: z.array(z.number().nullable()),
      clusterNames: z.record(z.string(), ClusterName),
    }),
  ),
  /** Returns the vector of one user. */
  'profile.vector': method(z.object({ run: RunId, user: z.string() }), z.object({ vector: Float32 })),
};
