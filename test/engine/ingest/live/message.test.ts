import { describe, expect, it } from 'vitest';
import { readMessage } from '../../../../electron/engine/ingest/live/message.ts';

const NOW = Date.UTC(2026, 4, 1, 12);
const track = { type: 'track', userId: 'u1', event: 'Product Viewed', messageId: 'm1' };
const read = (message: object, sentAt?: unknown) => readMessage(message, NOW, sentAt);
const timeOf = (message: object, sentAt?: unknown) => {
  const result = read({ ...track, ...message }, sentAt);
  return typeof result === 'string' ? result : result.timestamp;
};

describe('a message', () => {
  it('has its timestamp in UTC', () => {
    expect(timeOf({ timestamp: '2026-05-01T13:30:00+02:00' })).toBe('2026-05-01T11:30:00.000Z');
    expect(timeOf({ timestamp: NOW - 1000 })).toBe('2026-05-01T11:59:59.000Z');
  });

  it('without a timestamp has the time at which it was created, corrected by the error of the sender’s clock', () => {
    // The sender's clock is an hour fast: it created the message ten minutes before it sent it.
    const created = { originalTimestamp: '2026-05-01T12:50:00Z' };
    expect(timeOf({ ...created, sentAt: '2026-05-01T13:00:00Z' })).toBe('2026-05-01T11:50:00.000Z');
    expect(timeOf(created, '2026-05-01T13:00:00Z')).toBe('2026-05-01T11:50:00.000Z');
  });

  it('without any time has that of its receipt', () => expect(timeOf({})).toBe('2026-05-01T12:00:00.000Z'));

  it('of 1970, or of 2100, or with an unreadable time is rejected', () => {
    expect(timeOf({ timestamp: '1970-01-01T00:00:00Z' })).toBe('TIME_OUT_OF_RANGE');
    expect(timeOf({ timestamp: '2100-01-01T00:00:00Z' })).toBe('TIME_OUT_OF_RANGE');
    expect(timeOf({ timestamp: 'yesterday' })).toBe('TIME_UNREADABLE');
    expect(timeOf({ timestamp: '2026-05-01 12:00' })).toBe('TIME_UNREADABLE');
  });

  it('needs a type, a user or an anonymous id, and, if it tracks, an event', () => {
    for (const message of [null, 'text', [], {}, { type: 'delete', userId: 'u1' }])
      expect(readMessage(message, NOW)).toBe('NOT_A_MESSAGE');
    expect(read({ type: 'track', event: 'Product Viewed' })).toBe('USER_MISSING');
    expect(read({ type: 'track', event: 'Product Viewed', userId: ' ' })).toBe('USER_MISSING');
    expect(read({ type: 'track', userId: 'u1' })).toBe('EVENT_MISSING');
  });

  it('keeps an anonymous id beside that of the user, and has that alone before a login', () => {
    expect(read({ ...track, anonymousId: 'a1' })).toMatchObject({ userId: 'u1', anonymousId: 'a1' });
    expect(read({ ...track, userId: null, anonymousId: 'a1' })).toMatchObject({ userId: 'a1', anonymousId: 'a1' });
    const alias = { type: 'alias', userId: 'u1', previousId: 'old' };
    expect(read(alias)).toMatchObject({ userId: 'u1', anonymousId: 'old' });
  });

  it('keeps the properties that are fields of events, and traits that are single values', () => {
    const properties = { product_id: 7, price: 9.5, colour: 'red', products: [{ sku: 's1', size: 4 }] };
    expect(read({ ...track, properties })).toMatchObject({
      properties: { product_id: 7, price: 9.5, products: [{ sku: 's1' }] },
    });
    expect(JSON.stringify(read({ ...track, properties }))).not.toMatch(/colour|size/);
    const traits = { plan: 'gold', age: 30, address: { city: 'Lyon' } };
    expect(read({ type: 'identify', userId: 'u1', traits })).toMatchObject({ traits: { plan: 'gold', age: 30 } });
    expect(read({ type: 'group', userId: 'u1', traits })).not.toHaveProperty('traits');
  });

  it('without an id gets one of its own', () => {
    const ids = [1, 2]
      .map(() => read({ ...track, messageId: undefined }))
      .map((m) => (m as { messageId: string }).messageId);
    expect(new Set(ids).size).toBe(2);
  });
});
