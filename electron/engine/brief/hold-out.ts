import { createHash } from 'node:crypto';

/** Share of a group that is not contacted, for comparison. */
export const HOLD_OUT_SHARE = 0.1;

/** Description of the hold-out rule for the manifest of an export. */
export const HOLD_OUT_RULE =
  'SHA-256 of the campaign, a newline and the user (UTF-8); held out if its first 32 bits, as a fraction of 2^32, are below the share';

/**
 * Whether a user is held out of a campaign. Deterministic for a user and a campaign; another campaign holds out other
 * users.
 */
export function isHeldOut(campaign: string, user: string): boolean {
  const digest = createHash('sha256').update(`${campaign}\n${user}`).digest();
  return digest.readUInt32BE(0) / 2 ** 32 < HOLD_OUT_SHARE;
}
