import type { settings as english } from '../en/settings.ts';
import type { Translation } from '../translation.ts';

export const settings: Translation<typeof english> = {
  description: '适用于此窗口、当前工作区和这台电脑。',
  appearance: '外观',
  backups: '备份',
  backupsHelp: '备份、设定备份周期、恢复备份，或检查工作区是否损坏。',
  folders: '文件夹',
  workspaceFolder: '当前工作区',
  homeFolder: '主文件夹',
  homeFolderHelp: '新工作区建在主文件夹中。',
  diagnostics: '诊断信息',
  privacy: {
    title: '隐私',
    local: '所有数据都保存在这台电脑上的工作区文件夹中，Portrait 不向任何地方发送数据。',
    secret: '哈希值是化名（HMAC-SHA-256，密钥属于此工作区）：同时持有工作区和原始值列表的人可以将两者对应起来。',
    logs: 'Portrait 的日志和诊断信息不含用户数据；工作区中的任务日志可能含有。',
    none: '导入的列中没有疑似个人信息的。',
    columns: '疑似个人信息的列',
    column: '列',
    file: '文件',
    choice: '保存方式',
    choices: { drop: '不保存', hash: '哈希', keep: '明文' },
  },
};
