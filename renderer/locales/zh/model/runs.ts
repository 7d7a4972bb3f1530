import type { runs as english } from '../../en/model/runs.ts';
import type { Translation } from '../../translation.ts';

export const runs: Translation<typeof english> = {
  title: '训练记录',
  ndcg: 'NDCG@10',
  kind: '类型',
  kinds: { behaviour: '行为', text: '文本' },
  compare: '比较',
  compareRun: '比较 {{run}}',
  compareChosen: '比较 {{count}} 个模型',
  compareSome: '选择两个或更多以比较',
  renameTitle: '{{run}} 的名称和备注',
  name: '名称',
  note: '备注',
  save: '保存',
  deleteTitle: '删除此模型？',
  deleteText: '将删除“{{name}}”及由它得出的一切：权重、画像、地图和评分，且无法恢复。',
  deleted: '模型已删除',
  stale: '之后有新数据',
  staleHelp: '此模型训练之后又导入了行为，它并不知晓。如需纳入，请再训练一个。',
};
