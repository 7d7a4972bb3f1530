import type { TFunction } from 'i18next';
import type { Trait } from '../../shared/contract/map.ts';
import { terms } from '../locales/en/terms.ts';

type Word = keyof typeof terms.words;

const isWord = (key: string): key is Word => Object.hasOwn(terms.words, key);

/** A part of a cluster's name, with the number that distinguishes clusters of the same name. */
const PART = /^(.*?)( \(\d+\))?$/s;

/**
 * Returns a cluster's name in the language of the page. The engine joins names from the data with words of its own;
 * only the latter are translated.
 */
export function clusterName(t: TFunction, name: string): string {
  return name
    .split(' · ')
    .map((part) => {
      const [, words = part, number = ''] = PART.exec(part) ?? [];
      const key = Object.keys(terms.words).find((word) => isWord(word) && terms.words[word] === words);
      return key !== undefined && isWord(key) ? t(`terms.words.${key}`) + number : part;
    })
    .join(' · ');
}

/** Returns a short description of a trait, without its figures. */
export function traitName(t: TFunction, { kind, of, name, level }: Trait): string {
  if (kind === 'measure') {
    const key = `${name}${level === 'low' ? 'Low' : 'High'}`;
    return isWord(key) ? t(`terms.words.${key}`) : name;
  }
  return kind === 'attribute' ? t('terms.traitOf', { of, name }) : name;
}

/** Returns a short form of a cluster's name, with only the last part of each category path. */
export function shortClusterName(t: TFunction, name: string): string {
  return clusterName(t, name)
    .split(' · ')
    .map(
      (part) =>
        part
          .split(PATH.test(part) ? /[./>]/ : /[/>]/)
          .at(-1)
          ?.trim() || part,
    )
    .join(' · ');
}

/** Dots separate a path only if all its parts are lower-case words, which excludes `Dr.Martens`. */
const PATH = /^[a-z_]+(\.[a-z_]+)+$/;
