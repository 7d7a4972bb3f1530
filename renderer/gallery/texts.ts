import { useTranslation } from 'react-i18next';

const en = {
  title: 'Component gallery',
  description: 'The shared components of the window in all their states, with made-up values and without an engine.',
  groups: {
    layout: 'Pages and empty states',
    notices: 'Notices and jobs',
    figures: 'Figures and charts',
    tables: 'Tables',
    inputs: 'Choices and dialogs',
    training: 'Training',
    runs: 'Runs',
    run: 'One run',
    predictions: 'Predictions',
    map: 'Map',
    attention: 'Attention',
    facets: 'Facets',
    segments: 'Segments',
    rules: 'Rules',
  },
  states: {
    empty: 'empty',
    filled: 'filled',
    busy: 'busy',
    error: 'error',
    disabled: 'disabled',
    queued: 'queued',
    done: 'done',
    selected: 'selected',
    interrupted: 'interrupted',
    dialog: 'dialog',
    categories: 'by category',
    numbers: 'by number',
  },
};

export type GalleryTexts = typeof en;
export type GroupName = keyof GalleryTexts['groups'];
export type StateName = keyof GalleryTexts['states'];

const zh: GalleryTexts = {
  title: '组件库',
  description: '窗口的全部共用组件及其各种状态，数据为虚构，无需引擎。',
  groups: {
    layout: '页面与空状态',
    notices: '通知与任务',
    figures: '指标与图表',
    tables: '表格',
    inputs: '选项与对话框',
    training: '训练',
    runs: '模型列表',
    run: '单个模型',
    predictions: '预测',
    map: '地图',
    attention: '注意力',
    facets: '分面',
    segments: '人群',
    rules: '规则',
  },
  states: {
    empty: '空',
    filled: '有内容',
    busy: '进行中',
    error: '出错',
    disabled: '不可用',
    queued: '排队中',
    done: '已完成',
    selected: '已选中',
    interrupted: '已中断',
    dialog: '对话框',
    categories: '按类别',
    numbers: '按数值',
  },
};

/** Returns the gallery's texts, which are not part of the locales, so that the window does not load them. */
export function useGalleryTexts(): GalleryTexts {
  const { i18n } = useTranslation();
  return i18n.language === 'zh' ? zh : en;
}
