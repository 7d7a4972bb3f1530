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
};
