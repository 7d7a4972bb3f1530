import type { ErrorTexts } from '../../error-text.ts';

/** Errors of the command line. */
export const commandErrors: ErrorTexts = {
  USAGE: { message: '命令的用法有误。', hint: '请看 "portrait help" 或 "portrait COMMAND --help"。' },
  NODE_TOO_OLD: {
    message: 'Portrait 需要更新版本的 Node.js。',
    hint: '"npm ci" 会安装 Node.js 24：请在 Portrait 的文件夹中运行 "npx portrait …" 或 "npm run …"。',
  },
  BAD_CONFIG: {
    message: '设置无效：{{settings}}。',
    hint: '可用的设置：{{available}}。',
    variants: {
      file: {
        message: '{{file}} 中的设置无法读取。',
        hint: '文件须含一个 JSON 对象，例如 {"epochs": 20}。',
      },
    },
  },
  NO_RUN: {
    message: '尚未训练模型。',
    hint: '请用 "portrait train" 训练一个。',
    variants: {
      delete: { message: '没有指定要删除的模型。', hint: '请加上 {{flag}}；不带选项时，此命令会列出全部。' },
      prediction: { message: '还没有预测。', hint: '请用 "portrait finetune" 训练一个。' },
    },
  },
  NO_MAP: { message: '尚未计算地图。', hint: '请用 "portrait map" 计算一张。' },
  NOTHING_TO_RESUME: { message: '没有此类中断的任务。', hint: '请去掉 --resume，重新开始。' },
  DEMO_FOLDER_TAKEN: { message: '文件夹 {{folder}} 不是由演示创建的。', hint: '请用 --folder 指定其他文件夹。' },
};
