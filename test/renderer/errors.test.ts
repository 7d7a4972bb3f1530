import { describe, expect, it } from 'vitest';
import type { ErrorText } from '../../renderer/locales/error-text.ts';
import { errors } from '../../renderer/locales/zh/errors/index.ts';
import { type ErrorSite, errorSites } from '../support/error-sites.ts';

/** An unexpected error has a text of its own, which does not depend on what was thrown. */
const UNEXPECTED = 'INTERNAL';

/** Names of details that would hold an explanation in one language. */
const EXPLANATIONS = ['reason', 'why', 'problem', 'problems', 'message', 'explanation'];

const sites = errorSites().filter(({ codes }) => codes?.join() !== UNEXPECTED);

/** Returns the pairs of a code and a variant ('' for none) that a site makes. */
function variantsOf(site: ErrorSite): { code: string; variant: string }[] {
  const variants = site.variants?.length ? site.variants : [''];
  return (site.codes ?? []).flatMap((code) => variants.map((variant) => ({ code, variant })));
}

/** Returns the texts that a site's error may have in Chinese. */
function textsAt(site: ErrorSite): string[] {
  return variantsOf(site).flatMap(({ code, variant }) => {
    const text: ErrorText | undefined = errors[code];
    const own = text?.variants?.[variant];
    return text ? [own?.message ?? text.message, own?.hint ?? text.hint] : [];
  });
}

const detailsIn = (text: string) => [...text.matchAll(/\{\{[#^/]?(\w+)/g)].map(([, name]) => name!);

describe('the errors of the program', () => {
  it('have codes and variants that are constants of the source', () => {
    expect(sites.length).toBeGreaterThan(100);
    expect(sites.filter(({ codes, variants }) => codes === null || variants === null)).toEqual([]);
  });

  it('all have a Chinese text, with one for each variant', () => {
    const missing = sites.flatMap((site) =>
      variantsOf(site)
        .filter(({ code, variant }) => !errors[code] || (variant !== '' && !errors[code].variants?.[variant]))
        .map(({ code, variant }) => `${code} ${variant} (${site.place})`),
    );
    expect(missing).toEqual([]);
  });

  it('carry every detail that their Chinese text names', () => {
    const missing = sites.flatMap((site) => {
      const names = new Set(textsAt(site).flatMap(detailsIn));
      return [...names].filter((name) => !site.details.includes(name)).map((name) => `${name} (${site.place})`);
    });
    expect(missing).toEqual([]);
  });

  it('have no Chinese text that nothing uses', () => {
    const used = new Set(sites.flatMap(variantsOf).map(({ code, variant }) => `${code} ${variant}`));
    const texts = Object.entries(errors).flatMap(([code, { variants = {} }]) => [
      ...(sites.some(({ codes }) => codes?.includes(code)) ? [] : [code]),
      ...Object.keys(variants)
        .map((variant) => `${code} ${variant}`)
        .filter((name) => !used.has(name)),
    ]);
    expect(texts).toEqual([]);
  });

  it('carry no English sentence among their details', () => {
    const withSentences = sites.filter(({ sentences }) => sentences.length > 0);
    expect(withSentences.map(({ place, sentences }) => [place, sentences])).toEqual([]);
    const explaining = sites.filter(({ details }) => details.some((name) => EXPLANATIONS.includes(name)));
    expect(explaining.map(({ place }) => place)).toEqual([]);
  });
});

describe('the Chinese texts of errors', () => {
  it('contain no English sentence', () => {
    const texts = Object.values(errors).flatMap(({ message, hint, variants = {} }) => [
      message,
      hint,
      ...Object.values(variants).flatMap((variant) => [variant.message ?? '', variant.hint ?? '']),
    ]);
    const withoutCode = texts.map((text) => text.replaceAll(/\{\{.*?\}\}|"[^"]*"|[\w@]+\(.*?\)|例如：.*/g, ''));
    expect(withoutCode.filter((text) => /[a-z]{2,} [a-z]{2,} [a-z]{2,}/i.test(text))).toEqual([]);
    expect(withoutCode.filter((text) => /[a-z]/i.test(text) && !/\p{Script=Han}/u.test(text))).toEqual([]);
  });
});
