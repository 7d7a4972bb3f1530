import type { ErrorTexts } from '../../error-text.ts';

/** Errors of texts and their ratings. */
export const textErrors: ErrorTexts = {
  NO_TEXTS: {
    message:
      '{{#actions}}{{actions|quoted}}类型的事件都没有文本。{{/actions}}{{^actions}}工作区中没有带文本的事件。{{/actions}}',
    hint: '{{#actionsWithTexts}}有文本的行为类型：{{actionsWithTexts}}。{{/actionsWithTexts}}{{^actionsWithTexts}}请导入搜索词或评论，并将其所在的列映射为文本。{{/actionsWithTexts}}',
  },
  RATINGS_NEEDED: {
    message: '带评分的文本不足。',
    hint: '请导入带评分的文本，例如 0 和 1，或一至五星，并将其所在的列映射为评分。',
    variants: {
      texts: { message: '只有 {{value}} 条文本带评分，至少需要 {{limit}} 条。' },
      same: { message: '所有文本的评分都是 {{value}}。' },
      classes: { message: '有 {{value}} 种不同的评分，最多支持 {{limit}} 种。' },
    },
  },
  TEXT_EMPTY: {
    message: '文本中没有任何词语。',
    hint: '请输入搜索词，或描述某人的喜好。',
    variants: { numbered: { message: '第 {{number}} 条文本是空的。', hint: '请至少输入一个词。' } },
  },
  TEXT_UNKNOWN: {
    message: '模型不认识其中任何词语：{{words|quoted}}。',
    hint: '请使用店内的搜索词，或类目、品牌、商品的名称。{{#examples}}模型认识的词语例如：{{examples}}。{{/examples}}',
  },
  ACTION_NOT_FOUND: {
    message: '模型不认识行为类型“{{action}}”。',
    hint: '可不指定行为类型，此时采用文本中最常见的一种。',
  },
};
