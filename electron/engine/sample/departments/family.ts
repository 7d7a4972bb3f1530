import { brands, type Category } from './department.ts';

export const family: readonly Category[] = [
  {
    name: '母婴/奶粉辅食',
    brands: brands('禾宝 Hebao', '贝优 Beiyou', '牧初 Muchu', '安诺儿 Annuoer'),
    products: [
      {
        zh: '婴儿配方奶粉',
        en: 'infant formula',
        price: 228,
        variants: [
          ['1段 900克', 'stage 1, 900 g'],
          ['2段 900克', 'stage 2, 900 g'],
          ['3段 900克', 'stage 3, 900 g'],
          ['4段 900克', 'stage 4, 900 g'],
        ],
        series: true,
        cycle: 26,
      },
      {
        zh: '高铁米粉',
        en: 'iron-rich rice cereal',
        price: 49,
        variants: [
          ['原味 250克', 'plain, 250 g'],
          ['胡萝卜味 250克', 'carrot, 250 g'],
        ],
        cycle: 24,
      },
      {
        zh: '果泥',
        en: 'fruit purée pouches',
        price: 36,
        variants: [
          ['苹果 6袋', 'apple, 6 pouches'],
          ['西梅 6袋', 'prune, 6 pouches'],
          ['混合 12袋', 'mixed, 12 pouches'],
        ],
        cycle: 20,
      },
      {
        zh: '溶豆',
        en: 'yoghurt melts',
        price: 25,
        variants: [
          ['草莓味 20克', 'strawberry, 20 g'],
          ['蓝莓味 20克', 'blueberry, 20 g'],
        ],
      },
      {
        zh: '宽口奶瓶',
        en: 'wide-neck baby bottle',
        price: 69,
        variants: [
          ['160毫升', '160 ml'],
          ['240毫升', '240 ml'],
          ['300毫升吸管款', '300 ml with straw'],
        ],
        series: true,
      },
      { zh: '恒温调奶器', en: 'formula kettle', price: 189, variants: [['1.3升', '1.3 l']] },
      { zh: '辅食研磨套装', en: 'baby food grinding set', price: 58, variants: [['六件套', 'six pieces']] },
    ],
  },
  {
    name: '母婴/尿裤洗护',
    brands: brands('棉朵 Cottondo', '小布丁 Puddin', '柔芽 Rouya', '云舒宝 Yunshu'),
    products: [
      {
        zh: '拉拉裤',
        en: 'nappy pants',
        price: 89,
        variants: [
          ['M码 52片', 'size M, 52'],
          ['L码 46片', 'size L, 46'],
          ['XL码 40片', 'size XL, 40'],
          ['XXL码 36片', 'size XXL, 36'],
        ],
        series: true,
        cycle: 21,
      },
      {
        zh: '婴儿湿巾',
        en: 'baby wipes',
        price: 39,
        variants: [
          ['80抽×6包', '80 × 6'],
          ['手口专用 60抽×8包', 'hands and mouth, 60 × 8'],
        ],
        cycle: 25,
      },
      {
        zh: '护臀膏',
        en: 'nappy cream',
        price: 45,
        variants: [
          ['60克', '60 g'],
          ['110克', '110 g'],
        ],
      },
      {
        zh: '婴儿洗衣液',
        en: 'baby laundry liquid',
        price: 42,
        variants: [
          ['2升', '2 l'],
          ['2升+补充装', '2 l with refill'],
        ],
        cycle: 45,
      },
      {
        zh: '儿童沐浴露',
        en: "children's body wash",
        price: 55,
        variants: [
          ['300毫升', '300 ml'],
          ['500毫升', '500 ml'],
        ],
        cycle: 60,
      },
      {
        zh: '纱布浴巾',
        en: 'muslin bath towel',
        price: 65,
        variants: [
          ['六层 90×100', 'six layers, 90 × 100'],
          ['六层 120×150', 'six layers, 120 × 150'],
        ],
      },
      { zh: '儿童学步背带', en: 'toddler walking harness', price: 79, variants: [['透气款', 'breathable']] },
    ],
  },
  {
    name: '玩具/玩具绘本',
    brands: brands('豆豆城 Doudou', '小火车 Littletrain', '童画 Tonghua', '奇妙匣 Qimiao'),
    products: [
      {
        zh: '认知绘本',
        en: 'picture book',
        price: 28,
        variants: [
          ['第1册 小熊起床', 'vol. 1, Little Bear wakes up'],
          ['第2册 小熊上学', 'vol. 2, Little Bear goes to school'],
          ['第3册 小熊过年', 'vol. 3, Little Bear at New Year'],
          ['第4册 小熊看海', 'vol. 4, Little Bear by the sea'],
        ],
        series: true,
      },
      {
        zh: '大颗粒积木',
        en: 'big building bricks',
        price: 99,
        variants: [
          ['60颗', '60 pieces'],
          ['120颗', '120 pieces'],
          ['城市主题 180颗', 'city, 180 pieces'],
        ],
        series: true,
      },
      {
        zh: '磁力片',
        en: 'magnetic tiles',
        price: 118,
        variants: [
          ['52片', '52 pieces'],
          ['100片', '100 pieces'],
        ],
      },
      { zh: '拼图', en: 'jigsaw', price: 39, variants: [['100片 地图', '100 pieces, map']] },
      {
        zh: '遥控车',
        en: 'remote-control car',
        price: 129,
        variants: [
          ['越野款', 'off-road'],
          ['漂移款', 'drift'],
        ],
      },
      {
        zh: '毛绒公仔',
        en: 'plush toy',
        price: 59,
        variants: [
          ['小熊 40厘米', 'bear, 40 cm'],
          ['恐龙 60厘米', 'dinosaur, 60 cm'],
        ],
      },
      { zh: '早教故事机', en: 'story player', price: 169, variants: [['蓝牙版', 'Bluetooth']] },
    ],
  },
];
