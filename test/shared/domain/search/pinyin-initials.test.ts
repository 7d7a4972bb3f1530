import { describe, expect, it } from 'vitest';
import { pinyinInitials } from '../../../../shared/domain/search/pinyin-initials.ts';

describe('pinyin initials', () => {
  it.each([
    ['手机', 'sj'],
    ['数码', 'sm'],
    ['婴儿配方奶粉', 'yepfnf'],
    ['充电宝', 'cdb'],
    ['户外露营帐篷', 'hwlyzp'],
    ['阿胶、八宝粥', 'aj bbz'],
    ['左岸座椅', 'zazy'],
    ['他她它塔', 'tttt'],
    ['欧洲女鞋', 'oznx'],
  ])('of %s are %s', (text, initials) => {
    expect(pinyinInitials(text)).toBe(initials);
  });

  it('keep Latin letters and digits, and put a space for everything else', () => {
    expect(pinyinInitials('Vivo 手机壳/X90')).toBe('vivo sjk x90');
  });

  it('are null for a text without Chinese characters', () => {
    expect(pinyinInitials('Phone')).toBeNull();
  });
});
