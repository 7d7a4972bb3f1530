import { data } from '../data/index.ts';
import { jobs } from '../jobs.ts';

/** Chinese words of details that are names of the program, by the format that a text requests. */
export const words: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  field: data.fields,
  state: jobs.states,
  kind: {
    action: data.fields.action,
    brand: data.fields.brand,
    item: data.fields.item,
    category: data.fields.category,
    'attribute-or-action': '属性或行为类型',
    map: '地图',
    cluster: '聚类',
    user: '用户',
    segment: '人群',
    prediction: '预测',
    trait: '计算标签',
    class: '类别',
  },
};
