import { createHmac } from 'node:crypto';

/** Bytes of a block of SHA-256. */
const BLOCK = 64;
/** Hexadecimal digits that are kept, which is 128 bits: enough for no two of a billion names to be alike. */
const HASH_DIGITS = 32;
const PREFIX = 'h:';

/**
 * SQL of the keyed hash of a text (HMAC-SHA-256, RFC 2104, cut to 128 bits), NULL where it is NULL. Without the secret,
 * which stays in the workspace, names cannot be tried out one after another. An e-mail address is the same in any case.
 */
export function hashSql(text: string, secret: string): string {
  const key = Buffer.alloc(BLOCK);
  Buffer.from(secret, 'hex').copy(key);
  const pad = (byte: number) => `unhex('${Buffer.from(key.map((keyByte) => keyByte ^ byte)).toString('hex')}')`;
  const normalised = `CASE WHEN contains(${text}, '@') THEN lower(${text}) ELSE ${text} END`;
  const inner = `unhex(sha256(${pad(0x36)} || encode(${normalised})))`;
  return `('${PREFIX}' || left(sha256(${pad(0x5c)} || ${inner}), ${HASH_DIGITS}))`;
}

/** The same hash of one text. */
export function hashOf(text: string, secret: string): string {
  const normalised = text.includes('@') ? text.toLowerCase() : text;
  return (
    PREFIX + createHmac('sha256', Buffer.from(secret, 'hex')).update(normalised).digest('hex').slice(0, HASH_DIGITS)
  );
}
