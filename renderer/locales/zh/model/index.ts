import type { model as english } from '../../en/model/index.ts';
import type { Translation } from '../../translation.ts';
import { compare } from './compare.ts';
import { run } from './run.ts';
import { runs } from './runs.ts';
import { search } from './search.ts';
import { start } from './start.ts';

export const model: Translation<typeof english> = {
  compare,
  run,
  runs,
  search,
  start,
  title: '模型',
  description: '模型从行为序列中学习行为之间的先后规律。',
  noDataTitle: '没有可学习的数据',
  noDataText: '请先导入店铺的行为数据，再训练模型。',
  parameters: '参数量',
  duration: '用时',
  intervalOf: '{{value}}；95% 区间 {{low}} 至 {{high}}',
  another: '再训练一个',
  closeForm: '收起表单',
  setting: '设置',
  predict: '预测',
  from: '学习的来源',
  behaviour: '行为',
  texts: '文本',
};
