/** 两个模型之间的画像变化。 */
export const movement = {
  title: '画像变化',
  help: '两个模型的坐标轴没有共同含义，因此先将 {{base}} 的画像旋转并缩放到 {{run}} 的画像（正交 Procrustes 分析）。剩余的距离即用户的变化幅度，以画像的典型长度为单位。',
  users_other:
    '{{count, number}} 位用户在两个模型中都有画像；仅 {{run}} 有的 {{onlyRun, number}} 位，仅 {{base}} 有的 {{onlyBase, number}} 位。',
  fit: '对齐后，{{base}} 的画像解释了 {{run}} 画像方差的 {{share}}。',
  noEvents: '没有 {{base}} 训练之后的新事件：差异来自模型本身。',
  newEvents_other: '{{base}} 之后有 {{count, number}} 条新事件。新事件数与距离的秩相关系数：{{correlation}}。',
  user: '用户',
  distance: '距离',
  events: '新事件',
  shifts: '占比上升',
  separator: '，',
};
