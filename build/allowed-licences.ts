const ALLOWED = new Set(['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT']);

/** Licences of typefaces: they may be shipped with a program, but not sold by themselves. */
const ALLOWED_FOR_FONTS = new Set(['OFL-1.1']);

/** Packages that contain only a typeface and its style sheet. */
const FONTS = /^@fontsource(-variable)?\//;

/**
 * Whether a package of this name and SPDX expression may be shipped: of a choice, one licence must be allowed; of a
 * conjunction, all. Add a licence only after its terms have been read.
 */
export function isAllowed(name: string, expression: string): boolean {
  const isListed = (licence: string) => ALLOWED.has(licence) || (FONTS.test(name) && ALLOWED_FOR_FONTS.has(licence));
  const parts = expression.replaceAll(/[()]/g, '').split(' AND ');
  return parts.every((choice) => choice.split(' OR ').some(isListed));
}
