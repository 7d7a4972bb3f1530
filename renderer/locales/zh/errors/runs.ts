import type { ErrorTexts } from '../../error-text.ts';

const RESTORE = '请从备份恢复此模型的文件夹，或重新训练。';

/** Errors of trained models. */
export const runErrors: ErrorTexts = {
  RUN_NOT_FOUND: { message: '此工作区中没有模型“{{run}}”。', hint: '请从列表中选择，或训练一个模型。' },
  RUNS_OF_DIFFERENT_KINDS: {
    message: '模型“{{text}}”用文本训练，“{{behaviour}}”用行为训练，两者没有共同的指标。',
    hint: '请只比较用行为训练的模型，或只比较用文本训练的模型。',
  },
  RUN_OF_OTHER_DATA: {
    message: '模型“{{run}}”由其他数据训练而成，不能用于此工作区。',
    hint: '请打开训练它的工作区，或在此重新训练。',
  },
  RUN_BUSY: { message: '任务“{{job}}”正在使用模型“{{run}}”，无法删除。', hint: '请等待任务结束，或取消该任务。' },
  RUN_NEEDED: {
    message: '无法删除模型“{{run}}”：以下人群用到了它的地图：{{segments|quoted}}。',
    hint: '请先删除这些人群。',
  },
  RUN_UNFINISHED: { message: '模型“{{run}}”的训练尚未结束。', hint: '请先继续训练。' },
  RUN_READS_TEXTS: {
    message: '“{{run}}”是文本模型，不读取事件。',
    hint: '请选择用行为训练的模型，或不选。',
  },
  RUN_READS_NO_TEXTS: { message: '“{{run}}”不是文本模型。', hint: '请选择文本模型，或用工作区中的文本训练一个。' },
  RUN_WITHOUT_RATINGS: { message: '模型“{{run}}”未用评分训练过。', hint: '请选择用评分训练的模型，或训练一个。' },
  RECORD_NOT_FOUND: {
    message: '模型“{{run}}”没有训练档案。',
    hint: '只有在此工作区中训练的模型才有训练档案。',
  },
  RUN_DAMAGED: {
    message: '模型“{{run}}”的文件 {{file}} 已损坏。',
    hint: RESTORE,
    variants: {
      missing: { message: '模型“{{run}}”缺少文件 {{file}}。' },
      unreadable: { message: '模型“{{run}}”的文件 {{file}} 无法读取。' },
      content: { message: '模型“{{run}}”的文件 {{file}} 已损坏：内容无效。' },
      'other-run': { message: '模型“{{run}}”的文件 {{file}} 与 config.json 不属于同一个模型。' },
      incomplete: { message: '模型“{{run}}”的文件 {{file}} 已损坏：训练状态不完整。' },
    },
  },
  MODEL_DAMAGED: {
    message: '{{file}} 中的权重无法读取：文件已损坏。',
    hint: '请重新下载文件；如果它属于某个模型，请重新训练。',
    variants: {
      shape: {
        message: '{{file}} 中的权重与此模型不符：“{{weight}}”的形状为 {{shape|shape}}，应为 {{expected|shape}}。',
        hint: RESTORE,
      },
      missing: { message: '{{file}} 中的权重与此模型不符：缺少“{{weight}}”。', hint: RESTORE },
      'not-finite': {
        message: '{{file}} 中的权重无法使用：“{{weight}}”含有非有限的数值。',
        hint: '请从备份恢复此文件，或重新训练。',
      },
      heads: { message: '模型“{{run}}”的输出层与其评分不符。', hint: RESTORE },
    },
  },
};
