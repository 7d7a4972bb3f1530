const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/**
 * Whether a package with this SPDX expression may be shipped: one licence of each choice must be allowed, and all parts
 * of a conjunction. Another licence is added here once somebody has read what it demands.
 */
export function isAllowed(expression: string): boolean {
  const parts = expression.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((choice) => choice.split(' OR ').some((licence) => ALLOWED.has(licence)));
}
