import { createHmac } from 'node:crypto';

/** Block size of SHA-256 in bytes. */
const BLOCK = 64;
/** Hexadecimal digits kept of a hash: 128 bits, enough to avoid collisions among a billion names. */
const HASH_DIGITS = 32;
const PREFIX = 'h:';

/**
 * SQL of the keyed hash of a text (HMAC-SHA-256, RFC 2104, truncated to 128 bits); NULL for NULL. Without the secret,
 * which stays in the workspace, names cannot be found by brute force. E-mail addresses are hashed case-insensitively.
 */
export function hashSql(text: string, secret: string): string {
  const key = Buffer.alloc(BLOCK);
  Buffer.from(secret, 'hex').copy(key);
  const pad = (byte: number) => `unhex('${Buffer.from(key.map((keyByte) => keyByte ^ byte)).toString('hex')}')`;
  const normalised = `CASE WHEN contains(${text}, '@') THEN lower(${text}) ELSE ${text} END`;
  const inner = `unhex(sha256(${pad(0x36)} || encode(${normalised})))`;
  return `('${PREFIX}' || left(sha256(${pad(0x5c)} || ${inner}), ${HASH_DIGITS}))`;
}

/** Computes the same hash of one text. */
export function hashOf(text: string, secret: string): string {
  const normalised = text.includes('@') ? text.toLowerCase() : text;
  return (
    PREFIX + createHmac('sha256', Buffer.from(secret, 'hex')).update(normalised).digest('hex').slice(0, HASH_DIGITS)
  );
}
