/** A time format, with the SQL that parses it. */
export interface TimeFormat {
  readonly name: string;
  readonly pattern: RegExp;
  /** Whether a value has a time of day; false for dates. */
  readonly clock: (value: string) => boolean;
  /**
   * Returns SQL for milliseconds since the epoch as BIGINT, or NULL if `x` does not have this format. Times without a
   * zone are read in the session's zone.
   */
  readonly sql: (x: string) => string;
  /** Whether the format counts only if all values of a column that is known to hold times have it. */
  readonly exclusive?: true;
}

export const always = () => true;
export const hasClock = (value: string) => /\d[:.hH点时]\d|\d\s*(?:[ap]\.?\s?m\b|时|点)/iu.test(value);
