import { describe, expect, it } from 'vitest';
import { buildVocabulary, encode } from '../../../electron/engine/sequence/encode.ts';
import { FIRST_TOKEN } from '../../../electron/engine/sequence/fields.ts';
import { Vocabulary } from '../../../electron/engine/sequence/vocabulary.ts';
import { readHistories } from '../../../electron/engine/store/events/histories.ts';
import { changeSettings } from '../../../electron/engine/store/workspace-settings.ts';
import { readDataset } from '../../../electron/engine/train/dataset.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { fillShop, testWorkspace } from '../../support/shop.ts';

/** A workspace with one event on Sunday, 31 March 2024 at 20:30 UTC: Monday, 1 April at 4:30 in Shanghai. */
function shop() {
  const workspace = testWorkspace();
  fillShop(workspace, { events: [{ user: 'ann', time: Date.UTC(2024, 2, 31, 20, 30), action: 'view' }] });
  return workspace.db;
}

/** Hour (from 0) and weekday (Monday is 0) that a run with a vocabulary reads from the event. */
function readsOf(vocabulary: Vocabulary, db: ReturnType<typeof shop>) {
  const { tokens } = encode(readHistories(db), vocabulary);
  const value = (field: 'hour' | 'weekday') => vocabulary.fields[field].values[tokens[field][0]! - FIRST_TOKEN]! - 1;
  return [value('hour'), value('weekday')];
}

describe('the hour and the weekday that a run reads', () => {
  it('are those of the zone that the workspace had when it was trained', () => {
    const db = shop();
    changeSettings(db, { timeZone: 'Asia/Shanghai' });
    const { histories, time } = readDataset(db, TrainConfig.parse({}));
    const vocabulary = buildVocabulary(histories, time);
    expect(vocabulary.timeZone).toBe('Asia/Shanghai');
    changeSettings(db, { timeZone: 'America/New_York' });
    expect(readsOf(vocabulary, db)).toEqual([4, 0]);
  });

  it('are those of UTC for a run of an older version', () => {
    const db = shop();
    const { histories, time } = readDataset(db, TrainConfig.parse({}));
    const { timeZone: _, ...older } = buildVocabulary(histories, time);
    changeSettings(db, { timeZone: 'Asia/Shanghai' });
    expect(readsOf(Vocabulary.parse(older), db)).toEqual([20, 6]);
  });
});
