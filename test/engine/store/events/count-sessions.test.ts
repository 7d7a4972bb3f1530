import { describe, expect, it } from 'vitest';
import { countSessions } from '../../../../electron/engine/store/events/count-sessions.ts';
import { fillShop, testWorkspace } from '../../../support/shop.ts';

function sessionsOf(pairs: readonly (readonly [user: string, session: string])[]): number {
  const workspace = testWorkspace();
  fillShop(workspace, { events: pairs.map(([user, session], time) => ({ user, session, time, action: 'view' })) });
  return countSessions(workspace.db);
}

describe('sessions', () => {
  it('that two users share count once', () => {
    expect(
      sessionsOf([
        ['ann', 'x1'],
        ['bob', 'x1'],
        ['bob', 'x2'],
        ['cem', 'x3'],
      ]),
    ).toBe(3);
  });

  it('that are numbered per user count separately', () => {
    expect(
      sessionsOf([
        ['ann', '1'],
        ['bob', '1'],
        ['ann', '2'],
        ['bob', '2'],
        ['cem', '1'],
      ]),
    ).toBe(5);
  });
});
