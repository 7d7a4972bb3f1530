import i18next from 'i18next';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { messageOf } from '../../../renderer/base/message-of.ts';
import { en } from '../../../renderer/locales/en/index.ts';
import { zh } from '../../../renderer/locales/zh/index.ts';
import { PortraitError } from '../../../shared/errors.ts';

beforeAll(() =>
  i18next.init({ lng: 'en', resources: { en: { translation: en }, zh: { translation: zh } }, initAsync: false }),
);
afterEach(() => i18next.changeLanguage('en'));

const empty = new PortraitError({ code: 'FILE_EMPTY', message: 'a.csv is empty.', hint: 'Export it again.' });
const messageFor = (error: unknown) => messageOf(error, i18next.t);

describe('the message of an error', () => {
  it('is that of the engine', () => {
    expect(messageFor(empty)).toMatchObject({ message: 'a.csv is empty.', hint: 'Export it again.' });
  });

  it('is translated to Chinese, with the parameters of the error', async () => {
    await i18next.changeLanguage('zh');
    expect(messageFor(empty).message).toBe('文件是空的。');
    expect(messageFor(empty).hint).toContain('a.csv is empty.');
  });

  it('is English if there is no translation', async () => {
    await i18next.changeLanguage('zh');
    const rare = new PortraitError({ code: 'RARE', message: 'Rare.', hint: 'Wait.' });
    expect(messageFor(rare)).toMatchObject({ message: 'Rare.', hint: 'Wait.' });
  });

  it('hides the text of an unexpected error', () => {
    const fault = { code: 'INTERNAL', message: "Cannot read 'x' of undefined at /a/b.ts:3", hint: 'See the log.' };
    for (const error of [fault, new TypeError('x is not a function'), 'text', null, undefined]) {
      expect(messageFor(error).message).toBe(en.terms.unexpected);
    }
  });
});
