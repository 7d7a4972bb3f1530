import { z } from 'zod';
import { Float32, Float64, Int32 } from './arrays.ts';
import { job, method } from './method.ts';

export const MeasureName = z.enum(['events', 'sessions', 'recency', 'frequency', 'monetary']);
export type MeasureName = z.infer<typeof MeasureName>;

const Interest = z.object({
  /** A category's, brand's or item's name, as it was imported. */
  name: z.string(),
  /** An item's titles; else null. */
  title: z.string().nullable(),
  titleEn: z.string().nullable(),
  /** Events of the user with it. */
  events: z.number(),
  /** Share of the user's events, and of everyone's. */
  share: z.number(),
  overallShare: z.number(),
  /** Share drawn towards everyone's, over everyone's; above 1 is an interest. */
  lift: z.number(),
});
export type Interest = z.infer<typeof Interest>;

export const TimelineEvent = z.object({
  /** Milliseconds since the epoch; null where the events are known in their order only. */
  time: z.number().nullable(),
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
});
export type TimelineEvent = z.infer<typeof TimelineEvent>;

const Value = z.object({
  value: z.number().nullable(),
  /** 1 to 5, 5 the fifth of the users with the most (for recency: with the fewest days). */
  quintile: z.number().int().nullable(),
});

export const profile = {
  /** Computes the vector of every user with a run's model, and keeps it. */
  'profile.compute': job(
    z.object({ run: z.string() }),
    z.object({ run: z.string(), users: z.number(), dimensions: z.number(), seconds: z.number() }),
  ),
  /** One user's portrait; `run` is the newest with profiles unless named. */
  'profile.user': method(
    z.object({ user: z.string(), run: z.string().exactOptional() }),
    z.object({
      user: z.string(),
      attributes: z.record(z.string(), z.string()),
      measures: z.record(MeasureName, Value),
      interests: z.object({ categories: z.array(Interest), brands: z.array(Interest), items: z.array(Interest) }),
      /** Events by hour of the week (UTC), Monday 0 h first: 168 counts; empty where times have no clock. */
      hours: Int32,
      /** Months with events, as `YYYY-MM`, and the events in each. */
      months: z.array(z.string()),
      monthly: Int32,
      cluster: z.object({ map: z.string(), id: z.number(), name: z.string() }).nullable(),
      run: z.string().nullable(),
      /** Users whose vectors point the same way: cosine from −1 to 1, the most alike first. */
      nearest: z.array(z.object({ user: z.string(), cosine: z.number() })),
    }),
  ),
  /** A user's behaviours, the latest first. */
  'profile.timeline': method(
    z.object({
      user: z.string(),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({ total: z.number(), events: z.array(TimelineEvent) }),
  ),
  /** One page of the workspace's users. */
  'profile.users': method(
    z.object({
      search: z.string().max(200).default(''),
      order: z.enum(['user', ...MeasureName.options]).default('monetary'),
      descending: z.boolean().default(true),
      offset: z.number().int().min(0).default(0),
      limit: z.number().int().min(1).max(500).default(50),
    }),
    z.object({
      total: z.number(),
      map: z.string().nullable(),
      users: z.array(z.string()),
      attributes: z.array(z.record(z.string(), z.string())),
      events: Int32,
      sessions: Int32,
      recency: Float64,
      frequency: Int32,
      monetary: Float64,
      cluster: z.array(z.number().nullable()),
      clusterNames: z.record(z.string(), z.string()),
    }),
  ),
  /** The vector of one user, for those who want to see it. */
  'profile.vector': method(z.object({ run: z.string(), user: z.string() }), z.object({ vector: Float32 })),
};
