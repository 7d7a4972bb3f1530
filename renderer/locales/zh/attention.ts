import type { attention as english } from '../en/attention.ts';
import type { Translation } from '../translation.ts';

export const attention: Translation<typeof english> = {
  text: '每一行是一个事件，格子的颜色表示模型对该列事件的注意力。注意力只说明模型读了什么，本身并不能解释预测：',
  source: 'Jain 与 Wallace，《Attention is not Explanation》，2019。',
  last: '最近的事件',
  start: '开头',
  sessionEnd: '会话结束',
  allHeads: '所有层和注意力头',
  layer: '第 {{number}} 层',
  headOf: '第 {{layer}} 层，第 {{head}} 个头',
  heatmap_other: '{{count, number}} 个位置的注意力热图。用方向键在格子间移动。',
  hint: '悬停在格子上，或使用方向键。',
  cell: '{{from}} → {{to}}：{{weight}}',
  strongest: '事件之间最强的注意力',
  link: '{{from}} → {{to}}',
  export: '保存图片',
};
