import type { start as english } from '../../en/model/start.ts';
import type { Translation } from '../../translation.ts';

export const start: Translation<typeof english> = {
  title: '训练模型',
  begin: '开始训练',
  advancedChanged_other: '高级设置（已修改 {{count}} 项）',
  reset: '恢复预设',
  mapAfter: '训练完成后自动计算画像和首张地图',
  mapAfterHelp: '计算每位用户的画像，并把全部用户排布在地图上，需要额外的时间。',
  evaluateAfter: '训练完成后自动评估',
  evaluateAfterHelp: '在每位用户的留出商品上与五种基线比较，需要额外的时间。',
  beginSearch: '开始搜索',
};
