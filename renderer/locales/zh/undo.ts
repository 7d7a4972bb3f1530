import type { undo as english } from '../en/undo.ts';
import type { Translation } from '../translation.ts';

export const undo: Translation<typeof english> = {
  open: '撤销此次导入…',
  title: '撤销 {{file}} 的导入？',
  goes: '撤销后，数据与此次导入之前完全相同：',
  events_other: '{{count, number}} 条行为将被移除，只随它们而来的用户和商品一并移除。',
  described_other: '{{count, number}} 行用户或商品的描述将被移除。',
  restored_other: '{{count, number}} 条曾被替换的行为将恢复。',
  derived: '被移除用户的画像、地图位置和人群成员资格一并删除。',
  models: '已训练的模型会保留，但其所知已不复存在，请随后重新训练。',
  files: '文件本身不受影响，可以再次导入。',
  later_other: '之后的 {{count, number}} 次导入以它为基础，也将一并撤销：',
  confirm: '撤销导入',
  confirmAll_other: '撤销 {{count, number}} 次导入',
  done: '导入已撤销',
  doneText: '移除：{{events}} 条行为、{{users}} 位用户、{{items}} 件商品。恢复：{{restored}} 条行为。',
};
