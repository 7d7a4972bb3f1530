import type { ErrorTexts } from '../../error-text.ts';

const EXAMPLE = '规则的写法例如：count(view) >= 3 and purchase and city in ("上海", "北京")';
const DAYS = '例如：count(view, days = 30) >= 3';
const CLUSTER = '例如：cluster("map-1") = 2';
const PLACE = '{{#character}}（规则的第 {{character}} 个字符）{{/character}}';
const ACTUAL = `，实际是{{#found}}“{{found}}”{{/found}}{{^found}}规则的结尾{{/found}}${PLACE}。`;

/** Errors of rules. */
export const ruleErrors: ErrorTexts = {
  RULE_SYNTAX: {
    message: `规则的写法有误${PLACE}。`,
    hint: EXAMPLE,
    variants: {
      'expected-number': { message: `此处应为数字${ACTUAL}` },
      'expected-value': { message: `此处应为一个值${ACTUAL}` },
      'expected-comparison': { message: `此处应为 >= 之类的运算符${ACTUAL}` },
      'expected-mark': { message: `此处应为 {{word}}${ACTUAL}` },
      'expected-name': { message: `此处应为名称、not 或左括号${ACTUAL}` },
      'expected-action': { message: `此处应为行为类型${ACTUAL}` },
      'expected-map': { message: `此处应为地图${ACTUAL}` },
      'expected-term': { message: `此处应为 category、brand、item 或 days${ACTUAL}` },
      'expected-end': { message: `此处应为 and、or 或规则的结尾${ACTUAL}` },
      character: { message: `无法识别的字符 {{word}}${PLACE}。`, hint: '含特殊字符的名称请加引号。' },
      'open-quote': { message: `引号没有闭合${PLACE}。`, hint: '请在名称之后加上 {{word}}。' },
      'large-number': { message: `数字 {{word}} 太大${PLACE}。`, hint: '请使用较小的数字。' },
      days: { message: `天数必须大于 0${PLACE}。`, hint: DAYS },
      equals: { message: `{{word}} 之后须有等号${PLACE}。`, hint: DAYS },
      'large-group': {
        message: `一组中的规则超过 {{limit}} 条${PLACE}。`,
        hint: '请使用 in (…)，或减少规则。',
      },
      depth: { message: `规则嵌套过深${PLACE}。`, hint: '条件组最多嵌套 {{limit}} 层。' },
      'cluster-operator': { message: `聚类只能用 = 或 != 比较${PLACE}。`, hint: CLUSTER },
      'cluster-number': { message: `聚类必须是整数${PLACE}。`, hint: CLUSTER },
    },
  },
  RULE_TOO_LARGE: {
    message: '规则包含 {{conditions}} 个条件。',
    hint: '最多 {{limit}} 个。要与多个取值比较，请写成“in (…)”。',
  },
  RULE_UNKNOWN_NAME: {
    message: '工作区中没有名为“{{name}}”的{{kind|kind}}。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}{{#available}}现有：{{available}}。{{/available}}{{^available}}工作区中还没有{{kind|kind}}。{{/available}}{{/nearest}}',
  },
};
