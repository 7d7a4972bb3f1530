import type { reasons as english } from '../en/reasons.ts';
import type { Translation } from '../translation.ts';

export const reasons: Translation<typeof english> = {
  columns: '有 {{cells}} 列，应为 {{columns}} 列',
  missing: '缺少{{field}}',
  time: '{{field}}：“{{value}}”不是时间',
  number: '{{field}}：“{{value}}”不是数值',
  quote: '引号没有闭合',
  long: '一行超过 1 MB',
  noItems: '用户没有商品',
  carriageReturn: '行中有回车符',
  control: '行中有控制字符',
  notUtf8: '该行不是 UTF-8 编码',
  json: '自第 {{at}} 个字符起不是 JSON（{{what}}）',
  notObject: '不是对象',
  longJson: '超过 {{size}} MB',
  cutOff: '文件在此中断',
  title: '表上方的标题',
};
