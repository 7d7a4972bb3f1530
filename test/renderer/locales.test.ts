import { describe, expect, it } from 'vitest';
import { commands as enCommands } from '../../renderer/locales/en/commands.ts';
import { en } from '../../renderer/locales/en/index.ts';
import { commands as zhCommands } from '../../renderer/locales/zh/commands.ts';
import { zh } from '../../renderer/locales/zh/index.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Flattens the texts to a map by key, such as `app.title`. */
function flatten(texts: Texts, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flatten(value, `${prefix + key}.`)) all.set(inner, text);
  }
  return all;
}

const english = flatten({ ...en, commands: enCommands });
const chinese = flatten({ ...zh, commands: zhCommands });
const placeholders = (text = '') => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();

describe('the Chinese texts', () => {
  it('have the keys of the English ones, except singular forms', () => {
    const expectedKeys = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].sort()).toEqual(expectedKeys.sort());
  });

  it('have the placeholders of the English ones', () => {
    const mismatched = [...chinese].filter(
      ([key, text]) => placeholders(text).join() !== placeholders(english.get(key)).join(),
    );
    expect(mismatched).toEqual([]);
  });

  it('are written in Chinese, except names and symbols', () => {
    const untranslated = [...chinese].filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{4,}/.test(text.replaceAll(/{{.*?}}/g, '')),
    );
    expect(untranslated).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const halfWidthPunctuation = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(text));
    expect(halfWidthPunctuation).toEqual([]);
  });
});

it('no text is empty', () => {
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
});
