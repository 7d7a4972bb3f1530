import { describe, expect, it } from 'vitest';
import type { Entry, EntryKind } from '../../../../renderer/app/palette/entry.ts';
import { rankEntries } from '../../../../renderer/app/palette/rank-entries.ts';

const entry = (kind: EntryKind, label: string, ...otherTexts: string[]): Entry => ({
  key: `${kind} ${label}`,
  kind,
  label,
  otherTexts,
  run: () => {},
});

const entries = [
  entry('page', 'Segments', '人群'),
  entry('page', 'Data', '数据'),
  entry('action', 'New segment from a rule'),
  entry('action', 'Import data'),
  entry('segment', 'Data lovers'),
  entry('segment', 'Big data'),
  entry('segment', 'Metadata'),
];

const shown = (text: string, recent: readonly string[] = []) =>
  rankEntries(entries, text, recent).map((group) => [group.kind, group.entries.map(({ label }) => label)]);

describe('the results of the palette', () => {
  it('are in groups by kind, each with the best match first', () => {
    expect(shown('data')).toEqual([
      ['page', ['Data']],
      ['action', ['Import data']],
      ['segment', ['Data lovers', 'Big data', 'Metadata']],
    ]);
  });

  it('are found by their name in the other language, and by its pinyin initials', () => {
    expect(shown('人群')).toEqual([['page', ['Segments']]]);
    expect(shown('rq')).toEqual([['page', ['Segments']]]);
  });

  it('have of equal matches the one chosen last first', () => {
    const twins = [entry('user', 'U1'), entry('user', 'U2'), entry('user', 'U3')];
    const labels = rankEntries(twins, 'u', ['user U3', 'user U2'])[0]?.entries.map(({ label }) => label);
    expect(labels).toEqual(['U3', 'U2', 'U1']);
  });

  it('are the recent choices, the pages and the commands before anything is typed', () => {
    expect(shown(' ', ['segment Big data', 'page Data', 'user gone'])).toEqual([
      ['recent', ['Big data', 'Data']],
      ['page', ['Segments']],
      ['action', ['New segment from a rule', 'Import data']],
    ]);
  });
});
