import { describe, expect, it } from 'vitest';
import { JsonFault, RejectionReason } from '../../../shared/domain/rejection.ts';
import { rejectionText } from '../../../shared/texts/rejection-text.ts';
import { jsonFaults, rejections } from '../../../shared/texts/rejections.ts';

describe('the reason for rejecting a row, in English', () => {
  it.each<[RejectionReason, string]>([
    [{ code: 'column-count', params: { count: 1, expected: 2 } }, '1 column instead of 2'],
    [{ code: 'column-count', params: { count: 3, expected: 2 } }, '3 columns instead of 2'],
    [{ code: 'missing', params: { field: 'user' } }, 'user is missing'],
    [
      { code: 'not-a-number', params: { field: 'price', value: '{{field}} $&' } },
      'price “{{field}} $&” is not a number',
    ],
    [
      { code: 'not-json', params: { position: 12, fault: 'colon-expected' } },
      'invalid JSON at character 12: expected a colon',
    ],
    [{ code: 'text', params: { text: 'the moon is full' } }, 'the moon is full'],
  ])('%o', (reason, text) => {
    expect(rejectionText(reason)).toBe(text);
  });

  it('has a text for each code', () => {
    const codes = RejectionReason.options.flatMap(({ shape: { code } }) =>
      'options' in code ? code.options : [...code.values],
    );
    const keys = Object.keys(rejections).map((key) => key.replace(/_(one|other)$/, ''));
    expect([...new Set(keys)].sort()).toEqual(codes.sort());
    expect(Object.keys(jsonFaults).sort()).toEqual([...JsonFault.options].sort());
  });
});
