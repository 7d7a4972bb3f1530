import type { brief as english } from '../en/brief.ts';
import type { Translation } from '../translation.ts';

export const brief: Translation<typeof english> = {
  title: '简报',
  emptyTitle: '还没有简报',
  emptyText:
    '简报用一页说明数据是什么、用户分为哪些群体、哪些值得优先行动及其理由，以及可信程度。可将文件拖放到窗口任意位置，或用现有数据生成。',
  make: '生成简报',
  again: '重新生成',
  read: '阅读简报',
  home: '一页看懂用户群体：先对谁行动，为什么。',
  homeNone: '用一页描述用户群体：先对谁行动，为什么。',
  outdated: '这份简报生成之后，数据有变化。',
  stopped: '简报已停止。',
  stoppedText: '已完成的部分会保留，继续即可从停下的地方接着进行。',
  save: '保存为 HTML',
  print: '打印',
  export: '导出并留出对照组',
  exportText:
    '将该群体保存为人群，并写出两个文件：要触达的用户，以及留出作对照的十分之一。对照组由活动名称决定，因此可以重现。',
  campaign: '人群和活动的名称',
  exportFiles: '导出',
  contact_other: '{{count, number}} 位要触达的用户：{{file}}',
  holdOut_other: '{{count, number}} 位留出的用户：{{file}}',
  map: '在地图上显示',
  members: '显示成员',
  mapGone: '这份简报的地图已被删除：请重新生成简报后再导出群体。',
  drop: {
    title_other: '{{count, number}} 个文件：{{names}}',
    uploading: '正在读取文件',
    examining: '正在检查数据',
    fixes: '导入前将做以下修正：',
    noFixes: '数据不需要建议的修正。',
    pending: '建议的修正会自动找出并应用；可以在此等待查看，也可以立即开始。',
    into: '将导入已有数据的工作区“{{name}}”。如需分开，请先打开新的工作区。',
    text: '简报会导入数据、训练一个快速模型、划分用户群体，并写成一页。',
    importOnly: '仅导入',
  },
};
