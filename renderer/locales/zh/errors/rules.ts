import type { ErrorTexts } from '../../error-text.ts';

const EXAMPLE = '规则的写法例如：count(view) >= 3 and purchase and city in ("上海", "北京")';
const DAYS = '例如：count(view, days = 30) >= 3';
const CLUSTER = '例如：cluster("map-1") = 2';
const USERS = '例如：user in ("U1", "U2")';
const LASSO = '例如：lasso("map-1", 0.1 0.5, 0.3 0.7, 0.2 0.1)';
const PREDICTION = '例如：prediction("gender") = "F"';
const PERIOD = '例如：count(purchase, from 2024-05-01 to 2024-05-31) >= 1';
const FORMULA = '公式的写法例如：sum(purchase, days = 90) / count(purchase, days = 90)';
const WHOLE = '{{#isFormula}}公式{{/isFormula}}{{^isFormula}}规则{{/isFormula}}';
const PLACE = `{{#character}}（${WHOLE}的第 {{character}} 个字符）{{/character}}`;
const ACTUAL = `，实际是{{#found}}“{{found}}”{{/found}}{{^found}}${WHOLE}的结尾{{/found}}${PLACE}。`;

/** Errors of rules. */
export const ruleErrors: ErrorTexts = {
  RULE_SYNTAX: {
    message: `${WHOLE}的写法有误${PLACE}。`,
    hint: `{{#isFormula}}${FORMULA}{{/isFormula}}{{^isFormula}}${EXAMPLE}{{/isFormula}}`,
    variants: {
      'expected-number': { message: `此处应为数字${ACTUAL}` },
      'expected-value': { message: `此处应为一个值${ACTUAL}` },
      'expected-comparison': { message: `此处应为 >= 之类的运算符${ACTUAL}` },
      'expected-mark': { message: `此处应为 {{word}}${ACTUAL}` },
      'expected-name': { message: `此处应为名称、not 或左括号${ACTUAL}` },
      'expected-action': { message: `此处应为行为类型${ACTUAL}` },
      'expected-map': { message: `此处应为地图${ACTUAL}` },
      'expected-term': { message: `此处应为 category、brand、item、days、from、to、hours 或 price${ACTUAL}` },
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
      hours: { message: `小时须为 0 到 23 的整数${PLACE}。`, hint: '例如：count(view, hours = 20..22) >= 3' },
      'many-bounds': {
        message: `价格的界限超过 {{limit}} 个${PLACE}。`,
        hint: '请使用两个：price >= 10, price < 50',
      },
      'expected-user': { message: `此处应为用户${ACTUAL}`, hint: USERS },
      'user-operator': { message: `用户只能用 = 或 != 比较${PLACE}。`, hint: USERS },
      'many-users': {
        message: `规则中的用户超过 {{limit}} 个${PLACE}。`,
        hint: '请将这些用户存为人群，再使用 segment("…")。',
      },
      'expected-segment': { message: `此处应为人群${ACTUAL}`, hint: '例如：segment("VIP")' },
      polygon: { message: `圈选须有 {{least}} 到 {{limit}} 个点${PLACE}。`, hint: LASSO },
      'expected-prediction': { message: `此处应为预测${ACTUAL}`, hint: PREDICTION },
      'expected-trait': { message: `此处应为计算标签${ACTUAL}`, hint: '例如：trait("basket") > 80' },
      date: { message: `日期的写法为 2024-05-31${PLACE}。`, hint: PERIOD },
      'date-order': { message: `起始日期晚于结束日期${PLACE}。`, hint: PERIOD },
      'expected-operand': {
        message: `此处应为函数、指标或数字${ACTUAL}`,
        hint: `${FORMULA}。运算符两侧请加空格。`,
      },
      'formula-end': { message: `此处应为运算符或公式的结尾${ACTUAL}`, hint: FORMULA },
      'expected-field': {
        message: `此处应为字段${ACTUAL}`,
        hint: '可用 category、brand、item、action、day、hour、price 或 amount：distinct(item, view)',
      },
      'number-field': {
        message: `{{word}} 没有总和与平均值${PLACE}。`,
        hint: '请使用 price 或 amount：mean(price, purchase)',
      },
      'expected-first-or-last': {
        message: `此处应为 first(…) 或 last(…)${ACTUAL}`,
        hint: '例如：days_since(last(purchase))',
      },
      'expected-period': {
        message: `连续周期须指定 days、weeks 或 months${PLACE}。`,
        hint: '例如：streak(purchase, weeks)',
      },
      'text-operand': {
        message: `{{word}} 的结果是文本，不能参与计算${PLACE}。`,
        hint: '请单独使用，或用 distinct(…) 计算取值的个数。',
      },
      'many-operands': {
        message: `公式的运算项超过 {{limit}} 个${PLACE}。`,
        hint: '请拆成几个计算标签，再用 trait("…") 引用。',
      },
      'expected-stage': {
        message: `此处应为生命周期阶段${ACTUAL}`,
        hint: '可用的阶段：new、active、at_risk、lapsed、won_back。',
      },
      'expected-rfm': {
        message: `此处应为 RFM 分组${ACTUAL}`,
        hint: '可用的分组：champion、cannot_lose、at_risk、new、promising、needs_attention、potential_loyalist、loyal、about_to_sleep、lost、hibernating。',
      },
      'expected-dates': {
        message: `此处应为时间段${ACTUAL}`,
        hint: '年、月或日：2026、2026-03 或 2026-03-08。',
      },
      'name-operator': {
        message: `{{word}} 只能用 = 或 != 比较${PLACE}。`,
        hint: '例如：life_stage = at_risk，或 rfm in (champion, loyal)',
      },
      'class-operator': { message: `类别只能用 = 或 != 比较${PLACE}。`, hint: PREDICTION },
    },
  },
  RULE_TOO_LARGE: {
    message: '规则包含 {{conditions}} 个条件。',
    hint: '最多 {{limit}} 个。要与多个取值比较，请写成“in (…)”。',
  },
  RULE_NEEDS_CLASS: {
    message: '预测“{{prediction}}”有多个类别。',
    hint: '请指定一个：prediction("{{prediction}}", "{{example}}") > 0.7',
  },
  RULE_CIRCULAR: {
    message: '人群“{{segment}}”的规则引用了它自己：{{path|quoted}}。',
    hint: '请去掉这一引用，或换一个名称。',
  },
  TRAIT_NOT_FOUND: {
    message: '没有名为“{{trait}}”的计算标签。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}请从计算标签列表中选择。{{/nearest}}',
  },
  TRAIT_EXISTS: { message: '已有名为“{{trait}}”的计算标签。', hint: '请换一个名称，或替换它。' },
  TRAIT_CIRCULAR: {
    message: '计算标签“{{trait}}”的公式引用了它自己：{{path|quoted}}。',
    hint: '请去掉这一引用，或换一个名称。',
  },
  TRAIT_TOO_LARGE: {
    message: '公式连同它引用的计算标签，运算项超过 {{limit}} 个。',
    hint: '请减少对计算标签的引用，或缩短公式。',
  },
  TRAIT_IS_TEXT: {
    message: '计算标签“{{trait}}”的取值是文本，不能参与计算。',
    hint: '请引用取值为数字的计算标签。',
  },
  TRAIT_WRONG_TYPE: {
    message: '计算标签“{{trait}}”的取值是{{#isText}}文本{{/isText}}{{^isText}}数字{{/isText}}。',
    hint: '例如：{{example}}',
  },
  TOO_MANY_EVENTS: {
    message: '工作区的事件太多，这台电脑的内存不足以按特征统计。',
    hint: '请使用内存更大的电脑，或减少导入的事件。',
  },
  RULE_UNKNOWN_NAME: {
    message: '工作区中没有名为“{{name}}”的{{kind|kind}}。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}{{#available}}现有：{{available}}。{{/available}}{{^available}}工作区中还没有{{kind|kind}}。{{/available}}{{/nearest}}',
  },
};
