import type { merged as englishMerged, presets as englishPresets, watch as englishWatch } from '../en/sources.ts';
import type { Translation } from '../translation.ts';

export const presets: Translation<typeof englishPresets> = {
  open: '存为格式…',
  saveTitle: '存为格式',
  saveText: '此后，所有工作区中含有这些列的文件都会被识别，并按此处的对应关系读取。',
  name: '名称',
  example: '本店每周导出',
  save: '保存',
  saved: '格式已保存',
  replace: '替换原有格式',
  title: '已存格式',
  text: '含有已存格式各列的文件会按该格式识别。',
  remove: '移除',
  removeOf: '移除 {{title}}',
  broken: '无法读取 {{file}}',
};

export const watch: Translation<typeof englishWatch> = {
  title: '监视的文件夹',
  text: '此工作区打开期间，其中出现或改动的文件会自动导入。',
  add: '监视文件夹…',
  folder: '文件夹',
  state: '状态',
  watching: '监视中',
  missing: '暂时无法读取',
  stop: '停止监视',
  stopOf: '停止监视 {{folder}}',
};

export const merged: Translation<typeof englishMerged> = {
  title: '合并的标识',
  text_other: '发现 {{count, number}} 个标识属于已有的用户。',
  more: '仅显示前 {{shown}} 个。',
  user: '用户',
  alias: '另一标识',
  import: '依据',
  importNumber: '导入 {{id}}',
};
