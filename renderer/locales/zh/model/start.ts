import type { start as english } from '../../en/model/start.ts';
import type { Translation } from '../../translation.ts';

export const start: Translation<typeof english> = {
  title: '训练模型',
  begin: '开始训练',
  advancedChanged_other: '高级设置（已修改 {{count}} 项）',
  reset: '恢复预设',
  evaluateAfter: '训练完成后自动评估',
  evaluateAfterHelp: '在每位用户的留出商品上与五种基线比较，需要额外的时间。',
  mode: '模式',
  one: '训练一个模型',
  many: '超参数搜索',
  beginSearch: '开始搜索',
};
