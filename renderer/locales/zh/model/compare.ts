import type { compare as english } from '../../en/model/compare.ts';
import type { Translation } from '../../translation.ts';

export const compare: Translation<typeof english> = {
  title: '模型比较',
  description: '哪个模型更好、好多少，以及哪些设置不同。',
  otherData: '数据不同',
  otherDataText: '这些模型用不同的数据训练：差异可能来自数据，而非设置。',
  unknownDataText: '其中有模型的训练数据未知。',
  pairs: '两两比较',
  pairsHelp: '每一对的两个模型都在同一批用户的相同留出商品上评估。若区间包含 0，则差异不显著。',
  pair: '模型',
  against: '{{second}} 与 {{first}} 相比',
  difference: 'NDCG@10',
  interval: '95% 置信区间（中线为无差异）',
  users: '用户',
  chance: '不显著',
  better: '{{run}} 更好',
  noneComparable: '这些模型未在相同的测试样本上评估',
  someComparable: '部分模型未在相同的测试样本上评估',
  comparableText:
    '只有对同一批用户的相同留出商品排序的模型之间才比较指标。如要比较其余模型，请用相同的数据划分进行评估。',
  facts: '规模与训练用时',
  metrics: '指标',
  curves: '学习曲线',
  curve: '曲线',
  axis: '横轴',
  curvesOf: { validationNdcg10: 'NDCG@10', validationLoss: '验证损失', trainingLoss: '训练损失' },
  over: { epochs: '轮次', elapsed: '秒' },
  settings: '不同的设置',
  sameSettings: '全部设置相同。',
};
