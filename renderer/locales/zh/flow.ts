import type { flow as english } from '../en/flow.ts';
import type { Translation } from '../translation.ts';

export const flow: Translation<typeof english> = {
  label: '从数据到人群',
  next: '下一步',
  steps: { import: '导入', train: '训练', profiles: '画像', map: '地图', segments: '人群' },
  texts: {
    import: '导入用户的行为数据。',
    train: '训练模型，学习行为之间的先后规律。',
    profiles: '用模型计算每位用户的画像。',
    map: '按行为把用户铺在地图上。',
    segments: '在地图上圈选人群，或编写规则。',
  },
  done: '已完成',
};
