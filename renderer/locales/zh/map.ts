import type { map as english } from '../en/map.ts';
import type { Translation } from '../translation.ts';

export const map: Translation<typeof english> = {
  emptyTitle: '还没有地图',
  emptyText: '请先训练模型并计算画像，行为相近的用户会彼此靠近。',
};
