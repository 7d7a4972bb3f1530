import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fields, type Mapping } from '../../../shared/domain/mapping.ts';
import { parseMapping, parseSources, printMapping, printSources } from '../../../shared/domain/mapping-parse.ts';
import { PortraitError } from '../../../shared/errors.ts';

const failure = (text: string) => {
  try {
    return parseMapping(text);
  } catch (error) {
    return error instanceof PortraitError ? `${error.code}: ${error.message}` : error;
  }
};

describe('a mapping as text', () => {
  it('maps each field to a column, several columns, a number or a fixed value', () => {
    expect(
      parseMapping(" user = user_id , time=3,action='purchase', category=code|category id,attributes=age|gender"),
    ).toEqual({
      user: 'user_id',
      time: '3',
      action: "'purchase'",
      category: 'code|category id',
      attributes: ['age', 'gender'],
    });
    expect(parseSources("category_code|'none'")).toEqual([{ column: 'category_code' }, { literal: 'none' }]);
  });

  it('accepts any name in double quotes', () => {
    expect(parseMapping('user="buyer, main",time=`a|b`')).toEqual({ user: '"buyer, main"', time: '"a|b"' });
    expect(parseSources('"say ""hi"""')).toEqual([{ column: 'say "hi"' }]);
    expect(parseMapping('user=用户编号,action=‘购买’')).toEqual({ user: '用户编号', action: "'购买'" });
  });

  it('reports the position of a mistake', () => {
    expect(failure('user')).toContain('MAPPING_SYNTAX: “user” has no “=”. (character 1');
    expect(failure('user=a,itme=b')).toContain('There is no field “itme”. Did you mean “item”? (character 8');
    expect(failure('user=a,user=b')).toContain('“user” appears twice.');
    expect(failure("user='a")).toContain('Unclosed quotation mark. (character 6');
    expect(failure('user=,time=b')).toContain('A column name is missing.');
    expect(failure('user=a=b')).toContain('MAPPING_SYNTAX');
    expect(failure("attributes='x'")).toContain('An attribute must be a column');
  });

  it('is the same after printing and parsing, whatever the columns are called', () => {
    const name = fc
      .string({ minLength: 1, maxLength: 12, unit: 'grapheme' })
      .filter((text) => text.trim() === text && text !== '');
    const source = fc.oneof(
      name.map((column) => ({ column })),
      fc.string({ maxLength: 12, unit: 'grapheme' }).map((literal) => ({ literal })),
    );
    const mapping = fc
      .tuple(
        fc.uniqueArray(fc.constantFrom(...fields)),
        fc.array(fc.array(source, { minLength: 1, maxLength: 3 })),
        fc.array(name),
      )
      .map(([keys, sources, attributes]) => {
        const randomMapping: Mapping = {};
        for (const [i, key] of keys.entries()) if (sources[i]) randomMapping[key] = printSources(sources[i]);
        if (attributes.length > 0) randomMapping.attributes = attributes;
        return randomMapping;
      });
    fc.assert(
      fc.property(
        mapping,
        (randomMapping) => void expect(parseMapping(printMapping(randomMapping))).toEqual(randomMapping),
      ),
    );
    fc.assert(
      fc.property(
        fc.array(source, { minLength: 1 }),
        (sources) => void expect(parseSources(printSources(sources))).toEqual(sources),
      ),
    );
  });

  it('is either parsed or refused, for any text', () => {
    const text = fc.array(
      fc.constantFrom('user', 'time', '=', ',', '|', "'", '"', '`', 'a', ' ', '1', '*', 'attributes', '’'),
    );
    const property = fc.property(text, (parts) => {
      const result = failure(parts.join(''));
      expect(typeof result === 'string' || !(result instanceof Error)).toBe(true);
    });
    fc.assert(property, { numRuns: 2000 });
  });
});
