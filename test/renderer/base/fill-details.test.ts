import { describe, expect, it } from 'vitest';
import { fillDetails } from '../../../renderer/base/fill-details.ts';
import { formatDetail } from '../../../renderer/base/format-detail.ts';

const fill = (text: string, details: Record<string, unknown>) => fillDetails(text, details, formatDetail);

describe('a text with the details of an error', () => {
  it('replaces placeholders, in the format that each names', () => {
    const details = { file: '/shop/a.csv', bytes: 5_300_000_000, off: 0.25, limit: 10_000, rate: 0.0003, port: 8080 };
    expect(fill('{{file}} {{file|file}}', details)).toBe('/shop/a.csv a.csv');
    expect(fill('{{bytes|bytes}}, {{off|percent}}', details)).toBe('5.3 GB, 25.0%');
    expect(fill('{{limit}}, {{rate}}, {{port|plain}}', details)).toBe('10,000, 0.0003, 8080');
  });

  it('joins lists as Chinese does, and shortens long ones', () => {
    expect(fill('{{names|quoted}}', { names: ['a', 'b', 'c'] })).toBe('“a”、“b”和“c”');
    expect(fill('{{names|or}}', { names: ['a', 'b'] })).toBe('a或b');
    expect(fill('{{sizes|shape}}', { sizes: [1024, 3] })).toBe('(1024×3)');
    const many = Array.from({ length: 1234 }, (_, n) => `c${n}`);
    expect(fill('{{many}}', { many })).toMatch(/^c0、c1、.*、c19等 1,234 项$/);
  });

  it('has the program’s own words in Chinese, and names of the data as they are', () => {
    expect(fill('{{missing|field}}', { missing: ['user', 'time'] })).toBe('用户和时间');
    expect(fill('{{field|field}}', { field: 'city' })).toBe('city');
    expect(fill('{{state|state}}', { state: 'done' })).toBe('已完成');
    const reason = { code: 'missing', params: { field: 'user' } };
    expect(fill('{{reason|rejection}}', { reason })).toBe('缺少用户');
  });

  it('keeps a section if its detail says something, and the inverse if not', () => {
    const text = '{{#nearest}}像{{nearest|or}}{{/nearest}}{{^nearest}}无{{/nearest}}';
    expect(fill(text, { nearest: ['u1'] })).toBe('像u1');
    for (const nearest of [[], null, undefined, '', 0]) expect(fill(text, { nearest })).toBe('无');
    expect(fill('{{#a}}1{{#b}}2{{/b}}{{/a}}', { a: 1, b: 0 })).toBe('1');
  });

  it('is null if a detail that it needs is absent', () => {
    expect(fill('{{file}}', {})).toBeNull();
    expect(fill('{{#file}}{{file}}{{/file}}', {})).toBe('');
  });

  it('does not read the marks of a value as its own', () => {
    expect(fill('{{name}} {{other}}', { name: '{{other}}', other: 'x' })).toBe('{{other}} x');
    expect(fill('{{name}}', { name: '$& $1' })).toBe('$& $1');
  });
});
