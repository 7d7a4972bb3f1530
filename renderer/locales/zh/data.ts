import type { data as english } from '../en/data.ts';
import type { Translation } from '../translation.ts';

export const data: Translation<typeof english> = {
  emptyTitle: '还没有数据',
  emptyText: '导入店铺的行为导出文件，或用生成的示例店铺试用。',
};
