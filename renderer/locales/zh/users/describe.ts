import type { describe as english } from '../../en/users/describe.ts';
import type { Translation } from '../../translation.ts';

export const describe: Translation<typeof english> = {
  title: '描述一位用户',
  text: '输入某人可能会说或搜索的话，模型会找出相似用户，并预测其接下来的选择。',
  sentence: '文本',
  example: '我最近喜欢买电子产品',
  find: '查找',
  words: '词语',
  known: '在词表中',
  named: '见于{{names}}的名称',
  unknown: '未知',
  categories: '预测的类目',
  items: '预测的商品',
  nearest: '相似用户',
  noProfiles: '用此模型计算画像后可查看相似用户。',
  notPredicted: '此模型不预测这一项。',
};
