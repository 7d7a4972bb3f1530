import { PortraitError } from '../../../../shared/errors.ts';

const MAX_LENGTH = 4096;
const MAX_ALTERNATIVES = 256;
const MAX_STARS = 5;

/**
 * Throws PATTERN_TOO_BROAD for a file name pattern that would take minutes or forever to match: longer than 4,096
 * characters, more than 256 alternatives in braces, or more than five stars in one name.
 */
export function checkPattern(pattern: string): void {
  if (pattern.length > MAX_LENGTH) throw tooBroad(pattern, 'length', MAX_LENGTH);
  if (countAlternatives(pattern) > MAX_ALTERNATIVES) {
    throw tooBroad(pattern, 'alternatives', MAX_ALTERNATIVES);
  }
  const stars = pattern.split(/[/\\]/).map((name) => name.split('*').length - 1);
  if (Math.max(...stars) > MAX_STARS) throw tooBroad(pattern, 'stars', MAX_STARS);
}

/**
 * An upper bound for the number of alternatives in braces, from the innermost outwards; stops counting beyond the
 * maximum.
 */
function countAlternatives(pattern: string): number {
  let count = 1;
  for (let remaining = pattern; count <= MAX_ALTERNATIVES; ) {
    const group = /\{([^{}]*)\}/.exec(remaining);
    if (!group) break;
    count *= countChoices(group[1] ?? '');
    remaining = `${remaining.slice(0, group.index)}x${remaining.slice(group.index + group[0].length)}`;
  }
  return count;
}

/**
 * Number of alternatives in a group: three for `a,b,c`, thirty-one for `1..31`; for letters such as `a..f`, an upper
 * bound.
 */
function countChoices(group: string): number {
  const range = /^(-?\d+)\.\.(-?\d+)/.exec(group);
  if (range) return Math.abs(Number(range[1]) - Number(range[2])) + 1;
  return /^.\.\../.test(group) ? 64 : group.split(',').length;
}

const problems = {
  length: (limit: string) => `is longer than ${limit} characters`,
  alternatives: (limit: string) => `has more than ${limit} alternatives in its braces`,
  stars: (limit: string) => `has more than ${limit} stars in one name`,
};

function tooBroad(path: string, variant: keyof typeof problems, limit: number): PortraitError {
  const pattern = `${path.slice(0, 80)}${path.length > 80 ? '…' : ''}`;
  return new PortraitError({
    code: 'PATTERN_TOO_BROAD',
    message: `The pattern ${pattern} ${problems[variant](limit.toLocaleString('en'))}.`,
    hint: 'Use the folder instead, or a simpler pattern such as exports/*.csv.',
    details: { pattern, variant, limit },
  });
}
