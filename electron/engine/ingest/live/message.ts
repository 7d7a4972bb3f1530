import { randomUUID } from 'node:crypto';
import { z } from 'zod';

/** An id; numbers become text. */
const Id = z.union([z.string().trim().min(1).max(500), z.number()]).transform(String);
const OptionalId = Id.nullish().catch(null);
const Scalar = z.union([z.string().max(10_000), z.number(), z.boolean()]);
/** A property of another type, or longer, counts as missing. */
const optional = <T extends z.ZodType>(schema: T) => schema.nullish().catch(null);
const Text = optional(z.union([z.string().max(10_000), z.number()]));

const PRODUCT = { product_id: Text, sku: Text, name: Text, category: Text, brand: Text, price: Text, quantity: Text };

/** The properties of a message that become fields of events; all others are not stored. */
const Properties = z.object({
  ...PRODUCT,
  order_id: Text,
  currency: Text,
  rating: Text,
  query: Text,
  review_body: Text,
  products: optional(z.array(z.object(PRODUCT)).max(1000)),
});

const Campaign = z.object({ medium: Text, name: Text });

/** A message in the form of Segment's HTTP tracking API (https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/). */
const Message = z.object({
  type: z.enum(['track', 'identify', 'page', 'screen', 'alias', 'group']),
  event: z.string().trim().min(1).max(500).nullish(),
  messageId: OptionalId,
  userId: OptionalId,
  anonymousId: OptionalId,
  previousId: OptionalId,
  timestamp: z.unknown().optional(),
  originalTimestamp: z.unknown().optional(),
  sentAt: z.unknown().optional(),
  properties: optional(Properties),
  traits: optional(z.record(z.string().max(200), z.unknown())),
  context: optional(z.object({ campaign: optional(Campaign) })),
});

/** A message as it is stored until it is imported: a line of a file that the preset `segment` reads. */
export interface StoredMessage {
  readonly type: string;
  readonly event: string | null;
  readonly messageId: string;
  readonly userId: string;
  readonly anonymousId: string;
  /** ISO 8601, in UTC. */
  readonly timestamp: string;
  readonly properties?: z.infer<typeof Properties>;
  readonly traits?: Record<string, unknown>;
  readonly context?: { readonly campaign: z.infer<typeof Campaign> };
}

export type MessageFault = 'NOT_A_MESSAGE' | 'USER_MISSING' | 'EVENT_MISSING' | 'TIME_UNREADABLE' | 'TIME_OUT_OF_RANGE';

/** The earliest time of an event, in milliseconds since the epoch, and how far after its receipt it may be. */
const FIRST_TIME = Date.UTC(2000, 0, 1);
const MAX_AHEAD = 24 * 3600 * 1000;

/**
 * Reads a message; `receivedAt` is in milliseconds since the epoch, `sentAt` that of the batch. Its time is its
 * `timestamp`; otherwise its `originalTimestamp`, corrected by the difference between `sentAt` and the receipt (the
 * error of the sender's clock); otherwise the receipt. Returns the reason if it is invalid.
 */
export function readMessage(value: unknown, receivedAt: number, sentAt?: unknown): StoredMessage | MessageFault {
  const parsed = Message.safeParse(value);
  if (!parsed.success) return 'NOT_A_MESSAGE';
  const message = parsed.data;
  const user = message.userId ?? message.anonymousId;
  if (!user) return 'USER_MISSING';
  if (message.type === 'track' && !message.event) return 'EVENT_MISSING';
  const time = timeOf({ ...message, sentAt: message.sentAt ?? sentAt }, receivedAt);
  if (Number.isNaN(time)) return 'TIME_UNREADABLE';
  if (time < FIRST_TIME || time > receivedAt + MAX_AHEAD) return 'TIME_OUT_OF_RANGE';
  const { properties, context } = message;
  const traits = message.type === 'group' ? null : scalars(message.traits ?? {});
  return {
    type: message.type,
    event: message.type === 'track' ? message.event! : null,
    messageId: message.messageId ?? randomUUID(),
    userId: user,
    anonymousId: (message.type === 'alias' ? message.previousId : message.anonymousId) ?? user,
    timestamp: new Date(time).toISOString(),
    ...(properties ? { properties } : {}),
    ...(traits && Object.keys(traits).length > 0 ? { traits } : {}),
    ...(context?.campaign ? { context: { campaign: context.campaign } } : {}),
  };
}

interface Times {
  readonly timestamp?: unknown;
  readonly originalTimestamp?: unknown;
  readonly sentAt?: unknown;
}

/** Returns milliseconds since the epoch; NaN if a time is given that cannot be read. */
function timeOf({ timestamp, originalTimestamp, sentAt }: Times, receivedAt: number): number {
  if (isGiven(timestamp)) return millisecondsOf(timestamp);
  if (!isGiven(originalTimestamp)) return receivedAt;
  const sent = isGiven(sentAt) ? millisecondsOf(sentAt) : receivedAt;
  return receivedAt - (sent - millisecondsOf(originalTimestamp));
}

const isGiven = (value: unknown) => value !== undefined && value !== null && value !== '';

/** Accepts ISO 8601 with an offset, and milliseconds since the epoch. */
function millisecondsOf(value: unknown): number {
  if (typeof value === 'number') return Number.isFinite(value) ? value : Number.NaN;
  if (typeof value !== 'string' || !/^\d{4}-\d\d-\d\dT.*(Z|[+-]\d\d:?\d\d)$/i.test(value)) return Number.NaN;
  return Date.parse(value);
}

const MAX_TRAITS = 100;

function scalars(traits: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const entries = Object.entries(traits).filter(([, value]) => Scalar.safeParse(value).success);
  return Object.fromEntries(entries.slice(0, MAX_TRAITS));
}
