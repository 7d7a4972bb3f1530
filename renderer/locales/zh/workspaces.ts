import type { workspaces as english } from '../en/workspaces.ts';
import type { Translation } from '../translation.ts';

export const workspaces: Translation<typeof english> = {
  title: '工作区',
  description: '一个工作区是一个文件夹，保存一家店铺的数据、模型、地图和人群。',
  all: '全部工作区',
  openFolder: '打开文件夹…',
  elsewhere: '要打开其他文件夹中的工作区，请用其路径启动 Portrait：portrait serve 文件夹。此后它会列在这里。',
  none: '还没有工作区。请新建一个，或试用示例店铺。',
  current: '已打开',
  lastUsed: '上次使用：{{when}}',
  users_other: '{{count, number}} 位用户',
  events_other: '{{count, number}} 个事件',
  unknown: '尚未打开过',
  thumbnail: '{{name}} 的最新地图',
  rename: '重命名 {{name}}',
  renameTitle: '重命名工作区',
  renameText: '其文件夹将被重命名。已监视的文件夹需重新确认。若工作区已打开，正在运行的任务会被取消。',
  nameRefused: '名称不能含斜杠或反斜杠，也不能以句点开头。',
  save: '重命名',
  delete: '删除 {{name}}',
  deleteTitle: '删除工作区“{{name}}”？',
  deleteText:
    '{{path}} 中的数据、模型、预测、地图、人群、导出文件和备份都将被删除。该文件夹中您的其他文件会保留。此操作无法撤销。',
  deleteSize: '其中有 {{contents}}。',
  deleted: '已删除工作区',
};
