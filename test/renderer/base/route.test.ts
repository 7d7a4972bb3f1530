import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashOf, pages, pagesWithoutId, parseHash, renamedHash } from '../../../renderer/base/route.ts';

describe('a location hash', () => {
  it('contains a page, an id and query parameters', () => {
    expect(parseHash('#/users/Anna%20B?layer=2')).toEqual({ page: 'users', id: 'Anna B', query: { layer: '2' } });
    expect(parseHash('#/explore?map=map-1')).toEqual({ page: 'explore', id: null, query: { map: 'map-1' } });
  });

  it('leads home if it has no path', () => {
    for (const hash of ['', '#', '#/', '#token=abc']) {
      expect(parseHash(hash)).toEqual({ page: 'home', id: null, query: {} });
    }
  });

  it('has no route if its page is unknown, or has an id on a page that takes none', () => {
    for (const hash of ['#/nowhere', '#/DATA', '#/constructor', ...pagesWithoutId.map((page) => hashOf(page, 'x'))]) {
      expect(parseHash(hash)).toBeNull();
    }
  });

  it('of an earlier version means the same page, by its name of today', () => {
    for (const [earlier, today] of [
      ['#/map?map=map-1', '#/explore?map=map-1'],
      ['#/model/run-1', '#/models/run-1'],
      ['#/model', '#/models'],
    ] as const) {
      expect(parseHash(earlier)).toEqual(parseHash(today));
      expect(renamedHash(earlier)).toBe(today);
      expect(renamedHash(today)).toBeNull();
    }
  });

  it('is the same after parsing and printing, for any user name', () => {
    const name = fc.option(fc.string({ minLength: 1, unit: 'grapheme' }));
    const query = fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string(), { noNullPrototype: true });
    fc.assert(
      fc.property(fc.constantFrom(...pages), name, query, (page, anyId, parameters) => {
        const id = pagesWithoutId.includes(page) ? null : anyId;
        expect(parseHash(hashOf(page, id, parameters))).toEqual({ page, id, query: parameters });
      }),
    );
  });

  it('may contain an invalid percent encoding', () => {
    expect(parseHash('#/users/100%')?.id).toBe('100%');
  });
});
