import type { BaseText } from './en.ts';

/** Chinese sentences about all customers. */
export const zh: Readonly<Record<BaseText, string>> = {
  none: '截至 {{until}}尚无人购买。',
  undated: '没有带日期的购买记录。',
  size: '截至 {{until}}，{{users}} 位用户中有 {{customers}} 位客户{{money}}。',
  sizeMoney: '，净销售额 {{net}}（退货前 {{gross}}）',
  bestMoney:
    '{{champions}} 位重要价值客户（占客户的 {{share}}）贡献了净销售额的 {{money}}；消费最高的 10% 客户贡献了 {{decile}}。',
  topDecile: '消费最高的 10% 客户贡献了净销售额的 {{decile}}。',
  best: '{{champions}} 位重要价值客户（占客户的 {{share}}）：近期购买且购买频繁。',
  leaving:
    '{{atRisk}} 位客户（{{share}}）有流失风险{{money}}：超过 {{late}} 天未购买，而五分之四的复购在此期限内发生。已流失客户 {{lapsed}} 位。',
  leavingMoney: '，累计净销售额 {{net}}',
  changed: '{{from}}至 {{to}}：{{figures}}。',
  changedBeside: '{{from}}至 {{to}}（对比 {{before}}至 {{until}}）：{{figures}}。',
  beside: '{{now}}（此前 {{before}}）',
  listed: '，',
  buyers: '购买客户 {{value}}',
  newCustomers: '新客 {{value}}',
  wonBack: '流失后回购 {{value}}',
  lapsed: '流失 {{value}}',
  net: '净销售额 {{value}}',
  forecast: '现有客户中，预计 {{weeks}} 周内有 {{expected}} 位购买（95% 区间 {{low}}–{{high}}）。',
};
