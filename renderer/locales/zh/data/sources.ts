import type { sources as english } from '../../en/data/sources.ts';
import type { Translation } from '../../translation.ts';

export const sources: Translation<typeof english> = {
  actions: '操作',
  presets: {
    title: '已存格式',
    text: '含有已存格式各列的文件会自动识别。',
    remove: '移除',
    removeOf: '移除 {{title}}',
    removed: '格式已移除',
    broken: '无法读取 {{file}}',
  },
  watch: {
    title: '监视文件夹',
    text: '此工作区打开期间，这些文件夹中新增或改动的文件会自动导入。',
    add: '监视文件夹…',
    folder: '文件夹',
    state: '状态',
    watching: '监视中',
    missing: '暂不可用',
    waiting: '等待您确认',
    waitingText: '此工作区被移动或复制过，或来自别处。仅当您希望将某个文件夹中的文件导入此工作区时，才恢复监视它。',
    resume: '恢复监视',
    resumeOf: '恢复监视 {{folder}}',
    stop: '停止监视',
    stopOf: '停止监视 {{folder}}',
  },
  merged: {
    title: '合并的用户标识',
    text_other: '{{count, number}} 个标识属于另有标识的用户。',
    more: '仅显示前 {{shown}} 个。',
    user: '用户',
    alias: '别名',
    import: '来源',
    importNumber: '导入 {{id}}',
  },
};
