import { describe, expect, it } from 'vitest';
import { table } from '../../electron/cli/text.ts';
import { visibleText } from '../../electron/cli/visible-text.ts';

describe('text for a terminal', () => {
  it('shows characters that would control it', () => {
    expect(visibleText('\u001B]52;c;aGk=\u0007\u001B[2J')).toBe('␛]52;c;aGk=␇␛[2J');
    expect(visibleText('\u009B31m\u007F\u202Etxt.exe')).toBe('<U+009B>31m␡<U+202E>txt.exe');
    expect(visibleText('two\nlines 上海 🛒 é')).toBe('two\nlines 上海 🛒 é');
  });

  it('keeps a cell of a table on its line', () => {
    expect(table([['a\nb', '1']])).toBe('  a␊b  1');
  });
});
