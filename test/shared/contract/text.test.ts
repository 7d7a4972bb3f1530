import { describe, expect, it } from 'vitest';
import { methods } from '../../../shared/contract/index.ts';

describe('settings of a training on texts', () => {
  it('are passed on without the defaults of trainings on behaviours', () => {
    expect(methods['text.rate'].input.parse({ config: { members: 3 } }).config).toEqual({ members: 3 });
    expect(methods['text.rate'].input.parse({}).config).toEqual({});
    expect(methods['text.train'].input.parse({ config: { epochs: 3 } }).config).toEqual({ epochs: 3 });
  });

  it('are rejected if they are out of range', () => {
    expect(methods['text.rate'].input.safeParse({ config: { members: 0 } }).success).toBe(false);
    expect(methods['text.train'].input.safeParse({ config: { width: 'wide' } }).success).toBe(false);
  });
});
