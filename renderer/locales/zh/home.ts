import type { home as english } from '../en/home.ts';
import type { Translation } from '../translation.ts';

export const home: Translation<typeof english> = {
  allSegments: '全部人群',
  noSegments: '还没有人群。可在地图上选择用户，或编写规则。',
  allModels: '全部模型',
  noModels: '还没有模型。',
  imports: '最近的导入',
  allImports: '全部导入',
  noImports: '还没有导入。',
  rows_other: '{{count, number}} 行',
  jobs: '最近的任务',
  next: {
    title: '下一步',
    import: { text: '导入用户的行为数据，或试用示例店铺。', label: '导入数据' },
    train: { text: '训练模型，学习用户的行为规律。', label: '训练模型' },
    profiles: { text: '用模型为每位用户计算画像。', label: '计算画像' },
    map: { text: '按相似程度将用户排布在地图上。', label: '计算地图' },
    segments: { text: '在地图上选择用户并存为人群。', label: '探索' },
    renewModel: { text: '最新的模型训练之后，数据有变化。', label: '重新训练' },
    renewProfiles: { text: '画像早于数据或最新的模型。', label: '计算画像' },
    renewMap: { text: '最新的地图计算之后，数据有变化。', label: '计算地图' },
    explore: { text: '探索用户，并将群体存为人群。', label: '探索' },
  },
  outOfDate: {
    title: '需要更新',
    model: '最新的模型训练于数据上次变化之前。',
    drift: '最近 {{days}} 天的商品中有 {{share}} 是 {{run}} 未见过的，建议重新训练。',
    profiles: '画像计算于数据上次变化之前，或出自较旧的模型。',
    map: '最新的地图计算于数据上次变化之前。',
    segments_other: '{{count, number}} 个人群保存于数据上次变化之前，其成员仍是当时的用户。',
  },
  will: {
    title: '这里将会有',
    data: '行为、用户和商品的数量，覆盖的时间，以及数据的质量。',
    explore: '按行为相似程度排布的用户地图、形成的群体，以及各群体的不同之处。',
    segments: '按规则或从地图保存的人群，可随时导出。',
    predictions: '每位用户接下来可能做什么，以及可信程度。',
  },
};
