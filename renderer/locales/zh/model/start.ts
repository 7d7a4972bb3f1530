import type { start as english } from '../../en/model/start.ts';
import type { Translation } from '../../translation.ts';

export const start: Translation<typeof english> = {
  title: '训练模型',
  begin: '开始训练',
  advancedChanged_other: '高级设置（已修改 {{count}} 项）',
  reset: '恢复预设',
  evaluateAfter: '训练完成后自动评估',
  evaluateAfterHelp: '为每位用户的下一件商品对全部商品排序，并与五种简单规则比较，需再等一会儿。',
  groups: {
    objective: '学习什么',
    masking: '隐去什么',
    shape: '模型结构',
    learning: '如何学习',
    stopping: '何时停止',
  },
  mode: '做什么',
  one: '训练一个模型',
  many: '搜索设置',
  beginSearch: '开始搜索',
};
