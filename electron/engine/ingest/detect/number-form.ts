/** Signs and names of currencies, before or after a number. */
const CURRENCY = String.raw`(?:(?:US|CA|AU|NZ|HK|NT|SG|[ACRS])?[$]|\p{Sc}|USD|EUR|GBP|CNY|RMB|JPY|CHF|CAD|AUD|INR|BRL|MXN|KRW|RUB|TRY|SEK|NOK|DKK|PLN|CZK|HUF|RON|BGN|HKD|TWD|SGD|NZD|ZAR|THB|IDR|MYR|PHP|VND|AED|SAR|ILS|UAH|ARS|CLP|COP|PEN|Fr[.]?|SFr[.]?|kr[.]?|zł|Kč|Ft|lei|лв[.]?|руб[.]?|грн[.]?|TL|Rs[.]?|RM|Rp[.]?|R|元|圆|円)`;

/** Matches a number in any notation; the group contains its digits and separators. Valid in JavaScript and RE2. */
export const NUMBER = `^[-+(]*(?:${CURRENCY})?[-+(]*([0-9][0-9.,]*|[.,][0-9]+)[-+)]*(?:${CURRENCY}|%)?[-+)]*$`;

/** White space and marks between the digits of a number, as in `1 249` and `1'249`. */
export const GAPS = String.raw`[\s\x{A0}\x{2009}\x{202F}\x{3000}'’_]+`;
/** Marks for “no cents”, as in `99:-`, `12.–` and `499/-`. */
export const NO_CENTS = '([0-9])[.,:/][-–—]+([^0-9]*)$';

/** Full-width characters of numbers and their ASCII equivalents; the minus sign counts as a hyphen. */
export const WIDE = '０１２３４５６７８９．，－（）＋％＄−';
export const NARROW = '0123456789.,-()+%$-';

/** Digits whose separator is ambiguous: in `1.249` and `1,249`, it may separate thousands or decimals. */
export const EITHER = '[1-9][0-9]{0,2}[.,][0-9]{3}';
export const WITH_POINT = '[0-9]*[.][0-9]+';
export const WITH_COMMA = '[0-9]*,[0-9]+';
export const GROUPED_BY_COMMAS = '[1-9][0-9]{0,2}(?:,[0-9]{2,3})*,[0-9]{3}(?:[.][0-9]*)?';
export const GROUPED_BY_POINTS = '[1-9][0-9]{0,2}(?:[.][0-9]{3})+(?:,[0-9]*)?';
export const WHOLE = '[0-9]+[.,]?';
