import type { model as english } from '../en/model.ts';
import type { Translation } from '../translation.ts';

export const model: Translation<typeof english> = {
  emptyTitle: '还没有模型',
  emptyText: '用导入的行为训练模型，让它学会行为之间的先后规律。',
};
