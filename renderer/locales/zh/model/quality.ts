import type { quality as english } from '../../en/model/quality.ts';
import type { Translation } from '../../translation.ts';

export const quality: Translation<typeof english> = {
  title: '向量反映了什么',
  text: '简单的线性模型仅凭用户向量，能在多大程度上判断用户的属性及其后续行为；并与事件计数、两者结合以及未经训练的模型的向量对比。',
  start: '测量',
  again: '重新测量',
  none: '没有属性，也没有可供观察后续行为的时间窗口。',
  table: '线性探针',
  target: '目标',
  users: '用户数',
  features: {
    vector: '向量',
    counts: '计数',
    union: '两者结合',
    aggregates: '聚合特征',
    svd: '计数的 SVD',
    random: '未训练',
  },
  metrics: { rocAuc: 'ROC-AUC', accuracy: '准确率', spearman: '秩相关' },
  future: {
    returns: '{{days}} 天内回访',
    buys: '{{days}} 天内购买',
    spend: '{{days}} 天内消费金额',
  },
  sawFuture: '该模型的训练也用到了这些天的事件，因此这些数值是上限。若要严格检验，请只用更早的事件训练。',
  ownHalf: '{{users}} 位用户中，{{vector}} 的用户其后半段历史位列与前半段最相似的十个之中（按计数为 {{counts}}）。',
  neighbours: {
    category:
      '在随后的 {{days}} 天里，最相似的十位用户与该用户共有 {{vector}} 的类目（按计数为 {{counts}}，随机为 {{random}}）。',
    brand:
      '在随后的 {{days}} 天里，最相似的十位用户与该用户共有 {{vector}} 的品牌（按计数为 {{counts}}，随机为 {{random}}）。',
    item: '在随后的 {{days}} 天里，最相似的十位用户与该用户共有 {{vector}} 的商品（按计数为 {{counts}}，随机为 {{random}}）。',
  },
};
