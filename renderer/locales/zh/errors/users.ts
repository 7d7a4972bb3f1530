import type { ErrorTexts } from '../../error-text.ts';

/** Errors of users, profiles, maps, briefs and segments. */
export const userErrors: ErrorTexts = {
  NO_PROFILES: {
    message: '模型“{{run}}”尚未计算画像。',
    hint: '请先计算画像。',
    variants: { user: { message: '模型“{{run}}”没有用户“{{user}}”的画像。' } },
  },
  USER_NOT_FOUND: {
    message: '没有用户“{{user}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}请从用户列表中选择。{{/nearest}}',
  },
  TOO_FEW_USERS: { message: '{{users}} 位用户太少，无法计算地图。', hint: '请导入更多用户：至少需要 {{needed}} 位。' },
  MAP_NOT_FOUND: { message: '此工作区中没有地图“{{map}}”。', hint: '请从列表中选择，或计算一张。' },
  BRIEF_NOT_FOUND: { message: '此工作区中没有简报“{{brief}}”。', hint: '请从列表中选择，或生成一份。' },
  GROUP_NOT_FOUND: { message: '简报“{{brief}}”中没有群体“{{group}}”。', hint: '请选择其中的一个群体。' },
  SEGMENT_NOT_FOUND: {
    message: '没有人群“{{segment}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}请从列表中选择，或新建一个。{{/nearest}}',
  },
  SEGMENT_EXISTS: { message: '已有名为“{{segment}}”的人群。', hint: '请换一个名称，或选择替换。' },
};
