import { describe, expect, it } from 'vitest';
import { formatFor } from '../../../renderer/base/format.ts';

const en = formatFor('en');
const zh = formatFor('zh');

describe('number formats in English', () => {
  it('group digits and have the requested number of decimals', () => {
    expect(en.number(1234567)).toBe('1,234,567');
    expect(en.number(0.04401, 4)).toBe('0.0440');
    expect(en.percent(0.1234)).toBe('12.3%');
    expect(en.percent(0.5, 0)).toBe('50%');
  });

  it('print differences with their sign and a true minus', () => {
    expect([en.signed(0.04401, 4), en.signed(-1234.5, 1), en.signed(-0.00001, 4)]).toEqual([
      ...['+0.0440', '−1,234.5', '0.0000'],
    ]);
    expect(en.signed(Number.NaN, 2)).toBe('–');
  });

  it('print the one or two largest units of a duration', () => {
    expect(en.duration(4.25)).toBe('4.3 secs');
    expect(en.duration(59.6)).toBe('1 min');
    expect(en.duration(3661)).toBe('1 hr 1 min');
    expect(en.duration(3601)).toBe('1 hr');
    expect(en.duration(90000)).toBe('1 day 1 hr');
  });

  it('print a day in UTC if no time zone was chosen', () => {
    expect(en.day(Date.UTC(2019, 9, 1, 23, 59))).toBe('1 Oct 2019');
  });

  it('print file sizes', () => {
    expect(en.bytes(0)).toBe('0 bytes');
    expect(en.bytes(999)).toBe('999 bytes');
    expect(en.bytes(2_300_000)).toBe('2.3 MB');
  });
});

describe('formats in a workspace', () => {
  const regional = { eventZone: 'America/New_York', timeZone: 'America/New_York', currency: 'CNY' };
  const shop = formatFor('en', regional);
  const zhShop = formatFor('zh', regional);

  it('print times in its time zone, also where the clock changes', () => {
    const beforeChange = Date.UTC(2024, 2, 10, 6, 59);
    expect([shop.day(Date.UTC(2024, 2, 10, 4, 59)), shop.time(beforeChange), shop.time(beforeChange + 60_000)]).toEqual(
      ['9 Mar 2024', '01:59', '03:00'],
    );
    expect([shop.eventTime(beforeChange), shop.dateTime(beforeChange)]).toEqual(Array(2).fill('10 Mar 2024, 01:59'));
    expect(shop.day(Date.UTC(2024, 2, 10), 'UTC')).toBe('10 Mar 2024');
  });

  it('print midnight as 00:00', () => expect(en.time(0)).toBe('00:00'));

  it('print money with the symbol of its currency, or none', () => {
    expect([shop.money(1234.5), zhShop.money(1234.5), shop.money(99.6, 0)]).toEqual(['¥1,234.50', '¥1,234.50', '¥100']);
    expect(formatFor('en', { ...regional, currency: 'JPY' }).money(1234)).toBe('¥1,234');
    expect([en.money(1234.5), en.money(99.6, 0), en.money(Number.NaN)]).toEqual(['1,234.50', '100', '–']);
  });
});

describe('number formats in Chinese', () => {
  it('count in units of ten thousand', () => {
    expect(zh.compact(131_633)).toBe('13.2万');
    expect(zh.duration(75)).toBe('1分钟 15秒');
    expect(zh.day(Date.UTC(2019, 9, 1))).toBe('2019年10月1日');
  });
});

it('print a dash for NaN', () => {
  for (const format of [en, zh]) {
    for (const value of [Number.NaN, Number.POSITIVE_INFINITY]) {
      expect([format.number(value), format.percent(value), format.duration(value), format.dateTime(value)]).toEqual(
        Array(4).fill('–'),
      );
    }
  }
});
