import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, pages, parseHash } from '../../../renderer/base/route.ts';

describe('a location hash', () => {
  it('contains a page, an id and query parameters', () => {
    expect(parseHash('#/users/Anna%20B?layer=2')).toEqual({ page: 'users', id: 'Anna B', query: { layer: '2' } });
    expect(parseHash('#/map?map=map-1')).toEqual({ page: 'map', id: null, query: { map: 'map-1' } });
  });

  it('leads to the data page if its page is unknown', () => {
    for (const hash of ['', '#', '#/', '#/nowhere', '#token=abc', '#/DATA']) {
      expect(parseHash(hash)).toEqual({ page: 'data', id: null, query: {} });
    }
  });

  it('is the same after parsing and printing, for any user name', () => {
    const name = fc.string({ minLength: 1, unit: 'grapheme' });
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.constantFrom(...pages), fc.option(name), query, (page, id, parameters) => {
        expect(parseHash(hashOf(page, id, parameters))).toEqual({ page, id, query: parameters });
      }),
    );
  });

  it('may contain an invalid percent encoding', () => {
    expect(parseHash('#/users/100%').id).toBe('100%');
  });
});
