import type { users as english } from '../en/users.ts';
import type { Translation } from '../translation.ts';

export const users: Translation<typeof english> = {
  emptyTitle: '尚未选择用户',
  emptyText: '在地图上选择用户，或按名称查找，查看其行为与原因。',
};
