import type { ErrorTexts } from '../../error-text.ts';

/** Errors of users, profiles, maps, briefs and segments. */
export const userErrors: ErrorTexts = {
  NO_PROFILES: {
    message: '模型“{{run}}”尚未计算画像。',
    hint: '请先计算画像。',
    variants: { user: { message: '模型“{{run}}”没有用户“{{user}}”的画像。' } },
  },
  PROFILES_NOT_FINITE: {
    message: '模型“{{run}}”的画像含有非有限的数值。',
    hint: '请重新计算画像。如果仍不行，请以更低的学习率重新训练。',
  },
  MAP_TOO_LARGE: {
    message: '内存不足以计算这么多用户的地图：所需超过 {{bytes|bytes}}。',
    hint: '请关闭其他程序，或使用宽度较小的模型。上限为 4.3 GB。',
  },
  NO_COMMON_USERS: {
    message: '“{{run}}”和“{{base}}”都有画像的用户不足三位。',
    hint: '请重新计算两者的画像。',
  },
  USER_NOT_FOUND: {
    message: '没有用户“{{user}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}请从用户列表中选择。{{/nearest}}',
  },
  NO_PURCHASES: { message: '没有带日期的购买记录。', hint: '请导入带日期的订单，并确认哪种行为算作购买。' },
  FEW_CUSTOMERS: {
    message: '共 {{customers}} 位客户，其中 {{repeat}} 位有复购，数量太少，无法拟合模型。',
    hint: '至少需要 {{needed}} 位客户在两天或更多天有购买。请导入更多订单，或选择更晚的日期。',
  },
  DAY_NOT_COVERED: {
    message: '{{day}} 不在数据范围内，数据从 {{first}} 到 {{last}}。',
    hint: '请选择这期间的某一天：没有数据的时段会被误认为客户停止购买。',
  },
  TOO_FEW_USERS: { message: '{{users}} 位用户太少，无法计算地图。', hint: '请导入更多用户：至少需要 {{needed}} 位。' },
  MAP_NOT_FOUND: { message: '此工作区中没有地图“{{map}}”。', hint: '请从列表中选择，或计算一张。' },
  CLUSTER_NOT_FOUND: { message: '“{{map}}”没有聚类 {{cluster}}。', hint: '请从聚类列表中选择。' },
  BRIEF_NOT_FOUND: { message: '此工作区中没有简报“{{brief}}”。', hint: '请从列表中选择，或生成一份。' },
  GROUP_NOT_FOUND: { message: '简报“{{brief}}”中没有群体“{{group}}”。', hint: '请选择其中的一个群体。' },
  SEGMENT_NOT_FOUND: {
    message: '没有人群“{{segment}}”。',
    hint: '{{#nearest}}您是否要找{{nearest|or}}？{{/nearest}}{{^nearest}}请从列表中选择，或新建一个。{{/nearest}}',
  },
  SEGMENT_EXISTS: { message: '已有名为“{{segment}}”的人群。', hint: '请换一个名称，或选择替换。' },
};
