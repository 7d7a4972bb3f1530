import { describe, expect, it } from 'vitest';
import { errorShape } from '../../shared/errors.ts';

describe('the shape of an error', () => {
  it('has a code of its own if the system allows no more open files', () => {
    for (const code of ['EMFILE', 'ENFILE']) {
      const error = Object.assign(new Error(`${code}: too many open files, open '/data/a.csv'`), { code });
      expect(errorShape(error)).toMatchObject({ code: 'FILE_LIMIT' });
    }
  });

  it('is INTERNAL for any other error of the system', () => {
    const error = Object.assign(new Error('EISDIR: illegal operation on a directory'), { code: 'EISDIR' });
    expect(errorShape(error)).toMatchObject({ code: 'INTERNAL' });
  });
});
