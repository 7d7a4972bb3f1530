import type { segments as english } from '../en/segments.ts';
import type { Translation } from '../translation.ts';

export const segments: Translation<typeof english> = {
  description: '按行为划分的用户群：规模、与众不同之处，以及可在别处使用的文件。',
  emptyTitle: '还没有人群',
  emptyText: '在地图上圈选，或编写规则：谁做了什么、做了多少次。',
  create: '按规则新建人群',
  draw: '在地图上圈选',
  list: '人群',
  name: '人群名称',
  namePlaceholder: '例如：浏览未购买',
  save: '存为人群',
  saved: '人群已保存',
  exists: '已有名为“{{name}}”的人群。',
  replace: '替换',
  feature: '特征',
  kind: '类型',
  memberShare: '人群内',
  everyoneShare: '全部用户',
  interval: '95% 区间',
  intervalOf: '为全部用户的 {{lift}} 倍；95% 区间 {{low}} 至 {{high}}',
  adjustedP: '校正后的 p',
  liftTable: '人群的与众不同之处',
  nothingStandsOut: '没有明显差异：这些用户与其他人行为相似。',
};
