import type { shortcuts as english } from '../en/shortcuts.ts';
import type { Translation } from '../translation.ts';

export const shortcuts: Translation<typeof english> = {
  title: '键盘快捷键',
  singleKeys: '单键快捷键',
  singleKeysHelp: '例如“?”。若与语音输入或屏幕阅读器冲突，可将其关闭。',
  places: {
    everywhere: '全局',
    map: '地图',
    charts: '图表',
    heatmap: '注意力热力图',
  },
  does: {
    palette: '搜索与命令',
    help: '显示键盘快捷键',
    undo: '撤销',
    redo: '重做',
    sideBar: '收起或展开侧边栏',
    lasso: '套索圈选用户',
    pan: '移动地图',
    zoom: '缩放',
    clear: '清除选择',
    several: '选中分面的多个值',
    bars: '逐个查看柱子',
    cells: '在单元格间移动',
  },
  keys: {
    mod: 'Ctrl',
    shift: 'Shift 键',
    escape: 'Esc',
    arrows: '← ↑ → ↓',
    click: '点击',
    drag: '拖动',
    wheel: '鼠标滚轮',
  },
  withKeys: '{{label}}（{{keys}}）',
};
