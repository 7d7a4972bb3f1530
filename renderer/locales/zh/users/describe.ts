import type { describe as english } from '../../en/users/describe.ts';
import type { Translation } from '../../translation.ts';

export const describe: Translation<typeof english> = {
  title: '描述一个人',
  text: '输入某人可能会说或搜索的话，模型会告诉您谁与之相近、接下来会关注什么。',
  sentence: '用他自己的话',
  example: '我最近喜欢买电子产品',
  find: '查找',
  words: '词语',
  known: '文本中学过',
  named: '见于名称 {{names}}',
  unknown: '未知',
  categories: '预计的类目',
  items: '预计的商品',
  nearest: '最相近的用户',
  noProfiles: '用此模型计算画像后，才能看到谁最相近。',
  notPredicted: '此模型不预测这一项。',
};
