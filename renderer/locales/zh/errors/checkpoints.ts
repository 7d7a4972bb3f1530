import type { ErrorTexts } from '../../error-text.ts';

/** Errors of loading and saving Hugging Face checkpoints. */
export const checkpointErrors: ErrorTexts = {
  CHECKPOINT_MISSING: {
    message: '检查点中缺少 {{files|or}}。',
    hint: '请选择包含 config.json、model.safetensors 及 vocab.txt 或 tokenizer.json 的文件夹，即 transformers 的 save_pretrained(…, safe_serialization=True) 所保存的文件夹。',
  },
  CHECKPOINT_UNSUPPORTED: {
    message: '不支持此检查点。',
    hint: 'Portrait 支持带 WordPiece 分词器的 BERT 检查点，例如 bert-base-chinese。',
    variants: {
      'model-type': { message: '不支持此检查点：模型类型是 {{value}}，而不是 bert。' },
      activation: { message: '不支持此检查点：激活函数是 {{value}}，而不是 gelu。' },
      positions: { message: '不支持此检查点：位置嵌入是 {{value}}，而不是 absolute。' },
      'cross-attention': { message: '不支持此检查点：它含有交叉注意力。' },
      range: { message: '不支持此检查点：{{name}} 超出范围。' },
      untied: { message: '不支持此检查点：输出权重与词嵌入没有共享。' },
      tokenizer: { message: '不支持此检查点：tokenizer.json 的 {{name}} 与 BERT 不同。' },
      'piece-range': {
        message: '不支持此检查点：分词器将“{{name}}”编号为 {{value}}，但模型只有 {{size}} 个词元。',
      },
      'special-missing': { message: '不支持此检查点：分词器没有 {{name}}。' },
      'special-same': { message: '不支持此检查点：有两个特殊词元相同。' },
    },
  },
  CHECKPOINT_DAMAGED: {
    message: '检查点的 {{file}} 已损坏。',
    hint: '请重新下载完整的文件夹。',
    variants: {
      json: { message: '检查点的 {{file}} 已损坏：它不是 JSON 对象。' },
      size: { message: '检查点的 {{file}} 已损坏：文件过大。' },
      settings: { message: '检查点的 {{file}} 已损坏，以下设置有误：{{settings}}。' },
      missing: { message: '检查点的 {{file}} 已损坏：缺少“{{weight}}”。' },
      shape: {
        message:
          '检查点的 {{file}} 已损坏：“{{weight}}”的形状为 {{shape|shape}}，而按 config.json 应为 {{expected|shape}}。',
      },
    },
  },
  NOT_A_BERT: {
    message: '此模型无法导出为 BERT 检查点。',
    hint: '可导出由检查点开始训练的模型、只读取整词的文本模型，或只读取一个字段的模型（fields=item, norm=post）。',
    variants: {
      fields: { message: '此模型无法导出为 BERT 检查点：它读取 {{value}} 个字段，而 BERT 只读取一个。' },
      norm: { message: '此模型无法导出为 BERT 检查点：层归一化为 {{value}}，而 BERT 使用 post。' },
    },
  },
};
