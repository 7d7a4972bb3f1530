import { describe, expect, it } from 'vitest';
import { Sessions } from '../../electron/browser/sessions.ts';

const HOUR = 3_600_000;

/** Returns sessions with a clock of their own, and the credentials of one that has just begun. */
function newSession() {
  const clock = { now: 0 };
  const sessions = new Sessions(1, () => clock.now);
  const session = sessions.exchange(sessions.issue());
  if (!session) throw new Error('a fresh token was refused');
  return { clock, sessions, credentials: { cookie: session.cookie.split(';')[0] ?? '', key: session.key } };
}

describe('a session', () => {
  it('needs both of its secrets', () => {
    const { sessions, credentials } = newSession();
    expect(sessions.has(credentials)).toBe(true);
    for (const key of [undefined, '', 'guess', credentials.cookie]) {
      expect(sessions.has({ ...credentials, key })).toBe(false);
    }
    expect(sessions.has({ ...credentials, cookie: undefined })).toBe(false);
  });

  it('ends a day after its last use', () => {
    const { clock, sessions, credentials } = newSession();
    clock.now = 23 * HOUR;
    expect(sessions.has(credentials)).toBe(true);
    clock.now = 46 * HOUR;
    expect(sessions.has(credentials)).toBe(true);
    clock.now = 70 * HOUR;
    expect(sessions.has(credentials)).toBe(false);
  });

  it('is in use while a page is open', () => {
    const { clock, sessions, credentials } = newSession();
    const wire = sessions.openWire(credentials);
    clock.now = 100 * HOUR;
    expect(sessions.has(credentials)).toBe(true);
    clock.now = 200 * HOUR;
    wire?.closed();
    expect(sessions.has(credentials)).toBe(true);
    clock.now = 224 * HOUR;
    expect(sessions.has(credentials)).toBe(false);
  });

  it('ends after two weeks, an open page or not', () => {
    const { clock, sessions, credentials } = newSession();
    clock.now = 24 * HOUR - 1;
    expect(sessions.openWire(credentials)?.remaining).toBe(13 * 24 * HOUR + 1);
    clock.now = 14 * 24 * HOUR;
    expect(sessions.has(credentials)).toBe(false);
    expect(sessions.openWire(credentials)).toBeNull();
  });
});
