import { brands, type Category } from './department.ts';

export const outside: readonly Category[] = [
  {
    name: '户外/露营',
    brands: brands('野牧 Yemu', '山行 Shanxing', '远川 Yuanchuan', '雪线 Xuexian'),
    products: [
      {
        zh: '帐篷',
        en: 'tent',
        price: 399,
        variants: [
          ['两人', 'two people'],
          ['四人', 'four people'],
        ],
      },
      {
        zh: '睡袋',
        en: 'sleeping bag',
        price: 219,
        variants: [
          ['春秋款 5℃', 'three-season, 5 °C'],
          ['冬季款 -10℃', 'winter, −10 °C'],
        ],
      },
      { zh: '防潮垫', en: 'sleeping mat', price: 89, variants: [['双人充气', 'double, inflatable']] },
      { zh: '卡式炉', en: 'gas stove', price: 129, variants: [['便携', 'portable']] },
      { zh: '气罐', en: 'gas canisters', price: 35, variants: [['四罐', 'four']], cycle: 40 },
      {
        zh: '登山包',
        en: 'hiking pack',
        price: 299,
        variants: [
          ['30升', '30 l'],
          ['50升', '50 l'],
        ],
      },
      {
        zh: '冲锋衣',
        en: 'hard-shell jacket',
        price: 459,
        variants: [
          ['男款', "men's"],
          ['女款', "women's"],
        ],
      },
      { zh: '登山杖', en: 'trekking poles', price: 119, variants: [['碳纤维', 'carbon']] },
      {
        zh: '露营灯',
        en: 'camping lantern',
        price: 79,
        variants: [
          ['复古', 'retro'],
          ['充电款', 'rechargeable'],
        ],
      },
      {
        zh: '折叠椅',
        en: 'folding chair',
        price: 99,
        variants: [
          ['月亮椅', 'moon chair'],
          ['克米特椅', 'Kermit chair'],
        ],
      },
    ],
  },
  {
    name: '运动/跑步健身',
    brands: brands('飞步 Feibu', '动域 Dongyu', '逐风 Zhufeng', '锐跑 Ruipao'),
    products: [
      {
        zh: '缓震跑鞋',
        en: 'cushioned running shoes',
        price: 399,
        variants: [
          ['男款', "men's"],
          ['女款', "women's"],
          ['碳板竞速', 'carbon racing'],
        ],
      },
      { zh: '速干T恤', en: 'quick-dry T-shirt', price: 79, variants: [['短袖', 'short sleeves']] },
      { zh: '压缩裤', en: 'compression tights', price: 129, variants: [['九分', 'cropped']] },
      {
        zh: '运动水壶',
        en: 'sports bottle',
        price: 49,
        variants: [
          ['600毫升', '600 ml'],
          ['1升', '1 l'],
        ],
      },
      {
        zh: '能量胶',
        en: 'energy gels',
        price: 89,
        variants: [
          ['柑橘 6支', 'citrus, 6'],
          ['可乐 12支', 'cola, 12'],
        ],
        cycle: 30,
      },
      {
        zh: '乳清蛋白粉',
        en: 'whey protein',
        price: 239,
        variants: [
          ['巧克力 1公斤', 'chocolate, 1 kg'],
          ['香草 2公斤', 'vanilla, 2 kg'],
        ],
        cycle: 38,
      },
      { zh: '瑜伽垫', en: 'yoga mat', price: 99, variants: [['6毫米', '6 mm']] },
      {
        zh: '可调哑铃',
        en: 'adjustable dumb-bells',
        price: 329,
        variants: [
          ['10公斤', '10 kg'],
          ['20公斤', '20 kg'],
        ],
        series: true,
      },
      { zh: '运动腰包', en: 'running belt', price: 59, variants: [['防水', 'waterproof']] },
    ],
  },
];
