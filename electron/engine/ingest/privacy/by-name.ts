import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { valueTests } from './by-content.ts';

interface NameRule {
  readonly kind: PersonalKind;
  /** Matches the column name in lower case, with words joined by `_`. */
  readonly name: RegExp;
  /**
   * Condition that at least half of the values must meet, if there are any: `phone_model` is not a telephone number.
   */
  readonly matchesValue: (text: string) => boolean;
}

const hasDigits = (minimum: number) => (text: string) =>
  (text.match(/\d/g)?.length ?? 0) >= minimum && /^[\dXx*+()./\s-]+$/.test(text);
const isWords = (text: string) => /\p{L}/u.test(text) && text.length <= 100;

const PERSON = [
  'first',
  'last',
  'full',
  'given',
  'family',
  'middle',
  'maiden',
  'real',
  'nick',
  'user',
  'customer',
  'cust',
  'client',
  'buyer',
  'member',
  'contact',
  'receiver',
  'recipient',
  'consignee',
  'cardholder',
  'holder',
  'owner',
  'account',
  'person',
  'billing',
  'shipping',
  'payer',
  'guest',
  'subscriber',
  'shopper',
  'visitor',
  'login',
  'screen',
  'display',
].join('|');

/** Tested in this order. */
const nameRules: readonly NameRule[] = [
  {
    kind: 'email',
    name: /(?:^|_)e?_?mails?(?:_?(?:address|addr|id))?\d*$|电子邮[箱件]|邮箱/,
    matchesValue: (text) => text.includes('@'),
  },
  { kind: 'ip', name: /(?:^|_)ip(?:v[46])?(?:_?(?:address|addr))?$|remote_addr|ip地址/, matchesValue: valueTests.ip },
  {
    kind: 'telephone',
    name: /(?:^|_)(?:tele|mobile_?|cell_?|smart)?phone(?:_?(?:no|num|number|nr))?\d*$|(?:^|_)(?:tel|mobile|cell|msisdn|fax|whatsapp)(?:_?(?:no|num|number|nr))?\d*$|手机号?码?$|电话|联系方式/,
    matchesValue: hasDigits(6),
  },
  {
    kind: 'identity',
    name: /(?:^|_)id_?card(?:_?(?:no|num|number))?$|(?:^|_)(?:national|citizen|resident|identity|government)_?(?:id|card|no|number)|(?:^|_)id_?(?:number|num)$|(?:^|_)(?:ssn|social_security|passport|tax_id|driver_?licen[cs]e)|身份证|证件号|护照/,
    matchesValue: (text) => hasDigits(5)(text) || /^[A-Z]{1,3}\d{5,}[A-Z]?$/i.test(text),
  },
  {
    kind: 'card',
    name: /(?:^|_)(?:bank|credit|debit|payment)_?card(?:_?(?:no|num|number))?$|(?:^|_)card_?(?:no|num|number)$|(?:^|_)iban$|银行卡|信用卡|卡号$/,
    matchesValue: (text) =>
      valueTests.card(text) || /^[A-Z]{2}\d{2}[A-Z0-9 ]{11,34}$/.test(text) || /^\d*[*xX•]{4,}\d{2,4}$/.test(text),
  },
  {
    kind: 'address',
    name: /(?:^|_)(?:street|addr|address)(?:_?(?:line|no|number))?_?\d*$|(?:^|_)(?:zip(?:_?code)?|post(?:al)?_?code)(?:_prefix)?$|(?:^|_)(?:latitude|longitude)$|地址|住址|邮编|邮政编码|街道/,
    matchesValue: (text) => !/^(?:0x[\da-f]+|(?:[\da-f]{2}:){5}[\da-f]{2})$/i.test(text) && !text.includes('://'),
  },
  {
    kind: 'name',
    name: new RegExp(
      `(?:^|_)(?:${PERSON})_?names?$|^(?:name|surname|username|nickname)$|姓名|收货人$|收件人$|联系人$|真实姓|昵称|用户名$`,
    ),
    matchesValue: isWords,
  },
];

/** Detects personal data in a column by its name, unless its values (non-empty) contradict it. */
export function kindOfName(column: string, values: readonly string[]): PersonalKind | null {
  const name = wordsOf(column);
  const rule = nameRules.find((candidate) => candidate.name.test(name));
  if (!rule) return null;
  const matching = values.filter(rule.matchesValue).length;
  return values.length === 0 || matching >= values.length / 2 ? rule.kind : null;
}

/** `shippingPhone`, `Shipping Phone` and `shipping.phone` are all `shipping_phone`. */
export const wordsOf = (column: string) =>
  column
    .trim()
    .replaceAll(/([a-z\d])([A-Z])/g, '$1_$2')
    .replaceAll(/[\s._:/$-]+/g, '_')
    .replace(/^_/, '')
    .toLowerCase();
