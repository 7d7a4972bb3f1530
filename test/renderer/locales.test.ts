import { describe, expect, it } from 'vitest';
import { en } from '../../renderer/locales/en/index.ts';
import { zh } from '../../renderer/locales/zh/index.ts';

type Texts = { readonly [key: string]: string | Texts };

/** Every text with its key, such as `app.title`. */
function flat(texts: Texts, prefix = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(texts)) {
    if (typeof value === 'string') all.set(prefix + key, value);
    else for (const [inner, text] of flat(value, `${prefix + key}.`)) all.set(inner, text);
  }
  return all;
}

const english = flat(en);
const chinese = flat(zh);
const slots = (text = '') => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort();

describe('the Chinese texts', () => {
  it('have the keys of the English ones, save singulars', () => {
    const wanted = [...english.keys()].filter((key) => !key.endsWith('_one'));
    expect([...chinese.keys()].sort()).toEqual(wanted.sort());
  });

  it('fill in the same figures as the English ones', () => {
    const differing = [...chinese].filter(([key, text]) => slots(text).join() !== slots(english.get(key)).join());
    expect(differing).toEqual([]);
  });

  it('are written in Chinese, save names and signs', () => {
    const foreign = [...chinese].filter(
      ([, text]) => !/\p{Script=Han}/u.test(text) && /[a-z]{4,}/.test(text.replaceAll(/{{.*?}}/g, '')),
    );
    expect(foreign).toEqual([]);
  });

  it('use full-width punctuation between Chinese characters', () => {
    const narrow = [...chinese].filter(([, text]) => /\p{Script=Han}[,;:?!]\p{Script=Han}/u.test(text));
    expect(narrow).toEqual([]);
  });
});

it('no text is empty', () => {
  expect([...english, ...chinese].filter(([, text]) => text.trim() === '')).toEqual([]);
});
