import { describe, expect, it } from 'vitest';
import { MessagePack } from '../../../shared/protocol/message-pack.ts';

const named = Object.fromEntries([
  ['__proto__', { polluted: true }],
  ['constructor', 1],
]);

const sent = (message: unknown) => new MessagePack().unpack(new MessagePack().pack(message));

describe('a message', () => {
  it.for([
    named,
    [1, [named, 'a'], { b: named }],
    new Map([['__proto__', named]]),
    { text: '__proto__', __proto: 1, __proto_: 2, values: Float32Array.of(1, 2), none: null, missing: undefined },
  ])('arrives as it was sent, names of properties included: %#', (message) => {
    expect(sent(message)).toStrictEqual(message);
  });

  it('whose object has a property __proto__ changes no prototype', () => {
    const received = sent([named]) as [Record<string, unknown>];
    expect(Object.getPrototypeOf(received[0])).toBe(Object.prototype);
    expect(Object.hasOwn(received[0], '__proto__')).toBe(true);
    expect('polluted' in {}).toBe(false);
  });
});
