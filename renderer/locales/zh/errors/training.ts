import type { ErrorTexts } from '../../error-text.ts';

/** Errors of training and of hyperparameter search. */
export const trainingErrors: ErrorTexts = {
  NO_EVENTS: {
    message: '没有事件。',
    hint: '请先导入文件。',
    variants: {
      none: { message: '没有可用于训练的事件。' },
      until: { message: '在 {{until|time}} 之前没有可用于训练的事件。', hint: '请选择更晚的时间，或导入更早的事件。' },
      user: { message: '用户“{{user}}”没有事件。', hint: '请选择有事件的用户。' },
    },
  },
  NOTHING_HELD_OUT: {
    message: '没有用户有三件不同的商品，无法评估下一件商品的预测。',
    hint: '请导入更长的历史或含商品的事件，再训练一次。',
    variants: {
      trials: { message: '没有用户有三件不同的商品，无法比较各次试验。', hint: '请导入更长的历史，或含商品的事件。' },
    },
  },
  NOTHING_TO_LEARN: {
    message: '数据中没有可学习的规律。',
    hint: '请导入更长的历史。',
    variants: {
      same: { message: '所有事件都相同，没有可预测的内容。', hint: '请导入含商品、类目或多种行为类型的事件。' },
      single: {
        message: '除留出的事件外，没有用户有两个事件，因此没有可学习的序列。',
        hint: '请导入更长的历史，或检查用户列是否正确。',
      },
      texts: {
        message: '文本中出现 {{minCount}} 次以上的词语太少，没有可学习的内容。',
        hint: '请导入更多文本，或降低最小频次。',
      },
    },
  },
  TIMES_NEEDED: {
    message: '部分数据没有日期，无法按时间划分。',
    hint: '请改用“留一法”划分，或连同时间列重新导入。',
    variants: {
      future: { message: '部分数据没有日期，无法预测未来行为。', hint: '请预测属性，或连同时间列重新导入文件。' },
    },
  },
  DATA_CHANGED: { message: '“{{id}}”开始之后数据已有变化，无法继续。', hint: '请重新开始。' },
  TRAINING_DIVERGED: {
    message: '训练在第 {{step}} 步发散：损失不再是数字。',
    hint: '请降低学习率或延长预热后重新训练。',
  },
  MODEL_TOO_LARGE: {
    message:
      '训练此模型约需 {{bytes|bytes}} 内存，超过 {{limit|bytes}} 的上限：字段“{{field|field}}”有 {{values}} 个取值，每个取值 {{width}} 个权重。',
    hint: '请提高最小频次（目前为 {{minCount}}）以忽略低频值，或减小宽度或批大小。',
    variants: {
      allocation: {
        message: '内存不足以容纳此模型：{{limit|bytes}} 中已使用 {{used|bytes}}。',
        hint: '请提高最小频次，或减小宽度或批大小后重新训练。',
      },
    },
  },
  BAD_RANGE: {
    message: '“{{setting}}”的搜索空间无效。',
    hint: '{{#otherSettings}}还请检查：{{otherSettings}}。{{/otherSettings}}可搜索的设置：{{searchable}}。',
    variants: {
      setting: { message: '搜索空间无效：“{{setting}}”不能搜索。' },
      order: { message: '搜索空间无效：“{{setting}}”的下限 {{from}} 大于上限 {{to}}。' },
      log: { message: '搜索空间无效：“{{setting}}”按对数取样，必须大于 0。' },
      value: { message: '搜索空间无效：“{{setting}}”不能取 {{value}}。' },
      heads: { message: '搜索空间无效：宽度须为注意力头数的整数倍。' },
    },
  },
  SEARCH_FAILED: {
    message: '{{trials}} 次试验都未能训练成功。',
    hint: '请在默认值附近搜索，例如更低的学习率。任务日志写明了每次试验失败的原因。',
  },
};
