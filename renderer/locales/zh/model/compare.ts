import type { compare as english } from '../../en/model/compare.ts';
import type { Translation } from '../../translation.ts';

export const compare: Translation<typeof english> = {
  title: '模型比较',
  description: '哪个更好、好多少，以及做法有何不同。',
  otherData: '数据不同',
  otherDataText: '这些模型由不同的行为训练而来：差异可能来自数据，而非设置。',
  unknownDataText: '其中有模型未记录所用的行为数据。',
  pairs: '哪个更好',
  pairsHelp: '向两个模型询问同一批用户被隐去的同一件商品；区间表示差异中有多少可能出于偶然。',
  pair: '模型',
  against: '{{second}} 对 {{first}}',
  difference: 'NDCG@10',
  interval: '95% 区间，以无差异为中心',
  users: '用户',
  chance: '可能出于偶然',
  better: '{{run}} 更好',
  notBoth: '未以相同商品评估',
  metrics: '指标',
  curves: '学习过程',
  curve: '曲线',
  axis: '横轴',
  curvesOf: { validationNdcg10: 'NDCG@10', validationLoss: '验证损失', trainingLoss: '训练损失' },
  over: { epochs: '轮', elapsed: '秒' },
  settings: '不同的设置',
  sameSettings: '没有：全部设置相同。',
};
