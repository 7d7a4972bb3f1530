import type { segments as english } from '../en/segments.ts';
import type { Translation } from '../translation.ts';

export const segments: Translation<typeof english> = {
  emptyTitle: '还没有人群',
  emptyText: '在地图上圈选，或编写规则：谁做了什么、做了多少次。',
};
