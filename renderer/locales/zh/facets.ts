import type { facets as english } from '../en/facets.ts';
import type { Translation } from '../translation.ts';

export const facets: Translation<typeof english> = {
  title: '分面',
  clear: '清除筛选：{{facet}}',
  valueOfBoth: '{{name}}：{{everyone}} 位用户中的 {{selected}} 位',
  valueOfAll: '{{name}}：{{everyone}} 位用户',
  binOfBoth: '{{range}}：{{everyone}} 位用户中的 {{selected}} 位',
  binOfAll: '{{range}}：{{everyone}} 位用户',
  from: '{{facet}}，起',
  to: '{{facet}}，止',
  more_other: '还有 {{number}} 项',
  less: '收起',
  noValues: '没有值',
  action: '行为类型',
  category: '类目',
  brand: '品牌',
  hour: '{{hour}} 时',
  hours: '一天中的时段（{{zone}}）',
  prediction: '预测：{{name}}',
  measures: {
    events: '事件数',
    sessions: '会话数',
    recency: '距最近一次事件的天数',
    frequency: '购买次数',
    monetary: '消费金额',
  },
};
