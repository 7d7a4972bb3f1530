import type { ErrorTexts } from '../../error-text.ts';

/** Errors of predictions. */
export const predictionErrors: ErrorTexts = {
  ATTRIBUTE_NOT_FOUND: {
    message: '没有用户带有属性“{{attribute}}”。',
    hint: '{{#available}}现有属性：{{available}}。{{/available}}{{^available}}请导入含有用户属性的文件。{{/available}}',
  },
  ONE_CLASS: {
    message: '样本足够的用户中，目标都相同，没有可预测的内容。',
    hint: '请更换目标、减少折数，或换一个预测窗口。',
    variants: {
      attribute: { message: '样本足够的用户中，“{{name}}”都相同，没有可预测的内容。' },
      class: { message: '样本足够的用户全都是或全都不是“{{name}}”，没有可预测的内容。' },
    },
  },
  NOT_NUMERIC: { message: '属性“{{attribute}}”的取值大多不是数字。', hint: '请改为按类别预测。' },
  TOO_FEW_EXAMPLES: {
    message: '可供训练或评估的用户只有 {{found}} 位，至少需要 {{needed}} 位。',
    hint: '请缩短预测窗口，选择更常见的目标，或导入更多数据。',
  },
  TOO_FEW_POSITIVES: {
    message: '在某个数据划分中，“{{class}}”的用户只有 {{found}} 位，至少需要 {{needed}} 位。',
    hint: '请选择更常见的目标，或延长预测窗口。',
  },
  WINDOW_TOO_LONG: {
    message: '对这份数据来说，{{days}} 天的预测窗口太长：数据须包含一段评估窗口、一段训练窗口和此前的历史。',
    hint: '{{#longest}}请选择至多 {{longest}} 天。{{/longest}}{{^longest}}请导入更长的历史。{{/longest}}',
  },
  TARGET_UNKNOWN_NAME: {
    message: '工作区中没有{{kind|field}}{{names|quoted}}。',
    hint: '{{#nearest}}您是否要找{{nearest|quoted}}？{{/nearest}}{{^nearest}}请从已有的名称中选择。{{/nearest}}',
  },
  NO_PURCHASES: {
    message: '没有购买行为，或购买没有金额。',
    hint: '请指定哪些行为类型算作购买，或导入带价格的数据。',
  },
  TARGET_FOR_TEXTS: {
    message: '评分属于文本，由文本模型预测。',
    hint: '请选择其他目标，或先用文本训练模型。',
  },
  SCORER_MISSING: {
    message: '预测“{{run}}”由较早版本生成，只有得分，没有重新打分所需的权重。',
    hint: '请重新训练此预测，之后即可为新用户打分。',
  },
  PREDICTION_DAMAGED: {
    message: '预测“{{run}}”的权重无法使用。',
    hint: '已有的得分会保留。请从备份恢复其文件夹，或重新训练此预测。',
  },
};
