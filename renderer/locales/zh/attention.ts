import type { attention as english } from '../en/attention.ts';
import type { Translation } from '../translation.ts';

export const attention: Translation<typeof english> = {
  text: '每一行是一次行为，每一列是模型为它参考的行为，颜色越强参考越多。注意力只说明模型读了什么，本身并不能解释它的结论：',
  source: 'Jain 与 Wallace，《Attention is not Explanation》，2019。',
  last: '最近的行为数',
  start: '开头',
  sessionEnd: '会话结束',
  allHeads: '所有层与头',
  layer: '第 {{number}} 层',
  headOf: '第 {{layer}} 层，第 {{head}} 头',
  heatmap_other: '{{count, number}} 个位置之间的注意力。用方向键在格子间移动。',
  hint: '在格子上移动，或使用方向键。',
  cell: '{{from}} → {{to}}：{{weight}}',
  strongest: '行为之间最强的联系',
  link: '{{from}} → {{to}}',
  export: '保存图片',
};
