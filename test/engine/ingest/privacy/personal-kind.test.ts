import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isResidentNumber, passesLuhn } from '../../../../electron/engine/ingest/privacy/check-digits.ts';
import { personalKind } from '../../../../electron/engine/ingest/privacy/personal-kind.ts';

const mobiles = ['13800138000', '15912345678', '18699990000', '17700001111', '19912340000'];
const emails = ['li.wei@example.com', 'a+b@shop.co.uk', '张三@例子.公司'];
const residents = ['11010519491231002X', '440524188001010014'];
const cards = ['4111111111111111', '5500 0000 0000 0004', '6011-1111-1111-1117', '378282246310005', '3530111333300000'];

describe('the personal kind of a column', () => {
  it.each([
    ['email', emails],
    ['telephone', mobiles],
    ['telephone', ['+86 138-0013-8000', '+49 (30) 901820', '+14155550100']],
    ['identity', residents],
    ['card', cards],
    ['ip', ['192.168.0.1', '8.8.8.8', '2001:db8::1']],
  ])('is recognised by its values alone: %s', (kind, values) => {
    expect(personalKind('column 3', values)).toBe(kind);
  });

  it('is recognised by a few email addresses and identity numbers among other texts', () => {
    const others = Array.from({ length: 8 }, (_, i) => `guest-${i}`);
    expect(personalKind('contact', [...others, 'li.wei@example.com'])).toBe('email');
    expect(personalKind('证件', [...others, '11010519491231002X'])).toBe('identity');
  });

  it.each([
    ['customer_email', 'email', emails],
    ['E-mail Address', 'email', []],
    ['邮箱', 'email', []],
    ['shippingPhone', 'telephone', ['(030) 901820', '030 901821']],
    ['手机号', 'telephone', ['138****8000']],
    ['联系电话', 'telephone', ['010-62345678']],
    ['First Name', 'name', ['Ada', 'Grace']],
    ['姓名', 'name', ['王小明']],
    ['收货人', 'name', ['李华']],
    ['buyerName', 'name', ['Ada']],
    ['收货地址', 'address', ['北京市朝阳区建国路1号']],
    ['Billing Address1', 'address', ['1 High Street']],
    ['zip_code', 'address', ['85711', '94043']],
    ['customer_zip_code_prefix', 'address', ['14409']],
    ['身份证号', 'identity', []],
    ['passport_no', 'identity', ['E12345678']],
    ['银行卡号', 'card', ['6222 **** **** 1234', '****1234']],
    ['$ip', 'ip', ['10.0.0.1']],
    ['client_ip', 'ip', []],
  ])('is recognised by its name: %s', (name, kind, values) => {
    expect(personalKind(name, values)).toBe(kind);
  });

  it.each([
    ['phone_model', ['iPhone 15', 'Pixel 8']],
    ['手机', ['华为', '小米']],
    ['mobile', ['true', 'false']],
    ['email_opt_in', ['yes', 'no']],
    ['email', ['true', 'false']],
    ['event_name', ['page_view']],
    ['product_name', ['Lamp']],
    ['Name', ['#1001', '#1002']],
    ['order_id', ['1571440238763', '1571440238764', '1571440238765', '1571440238799', '1571440238801']],
    ['user_id', ['13000000001', '13000000002', '13000000003', '13000000004', '13000000005']],
    ['time', ['12:30:45', '2024-05-01 10:00:00']],
    ['timestamp', ['1571440238763', '1571440239000', '1571440240123', '1571440241000', '1571440242000']],
    ['version', ['1.2.3', '1.2.4']],
    ['price', ['19.90', '1299.00']],
    ['mac_address', ['00:1b:44:11:3a:b7']],
    ['post', ['Hello world']],
    ['会员卡号', ['100001', '100002']],
    ['city', ['Berlin', '上海']],
    ['age', ['24', '53']],
  ])('is null for other columns: %s', (name, values) => {
    expect(personalKind(name, values)).toBeNull();
  });

  it('is null for counted and for random ids', () => {
    const start = fc.integer({ min: 1, max: 20_000_000_000 });
    fc.assert(
      fc.property(start, (from) => {
        const ids = Array.from({ length: 200 }, (_, i) => String(from + i));
        return personalKind('column 1', ids) === null;
      }),
    );
    const digits = fc.array(fc.bigInt({ min: 10n ** 9n, max: 10n ** 18n }), { minLength: 50, maxLength: 50 });
    fc.assert(fc.property(digits, (ids) => personalKind('id', ids.map(String)) === null));
  });
});

describe('check digits', () => {
  const digits = fc.array(fc.integer({ min: 0, max: 9 }), { minLength: 12, maxLength: 18 });

  it('of Luhn match exactly one of ten last digits', () => {
    fc.assert(
      fc.property(digits, (body) => {
        const fitting = Array.from({ length: 10 }, (_, last) => passesLuhn([...body, last].join('')));
        return fitting.filter(Boolean).length === 1;
      }),
    );
    expect(cards.map((card) => passesLuhn(card.replaceAll(/\D/g, '')))).toEqual(cards.map(() => true));
  });

  it('of identity numbers match one of eleven characters, and require a valid date', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), (number) => {
        const body = `11010519491231${String(number).padStart(3, '0')}`;
        return [...'0123456789X'].filter((sign) => isResidentNumber(body + sign)).length === 1;
      }),
    );
    expect(isResidentNumber('11010519491331002X')).toBe(false);
    expect(isResidentNumber('110105194912310021')).toBe(false);
  });
});
