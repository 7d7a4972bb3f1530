import { brands, type Category } from './department.ts';

export const beauty: readonly Category[] = [
  {
    name: '美妆/护肤',
    brands: brands('草木记 Caomu', '水漾 Shuiyang', '雪颜 Xueyan', '珀莉 Poly'),
    products: [
      {
        zh: '补水面膜',
        en: 'hydrating masks',
        price: 69,
        variants: [
          ['10片', '10 sheets'],
          ['20片', '20 sheets'],
        ],
        cycle: 28,
      },
      {
        zh: '氨基酸洁面',
        en: 'amino-acid cleanser',
        price: 59,
        variants: [
          ['100克', '100 g'],
          ['150克', '150 g'],
        ],
        cycle: 60,
      },
      {
        zh: '精华液',
        en: 'serum',
        price: 239,
        variants: [
          ['玻尿酸 30毫升', 'hyaluronic, 30 ml'],
          ['烟酰胺 30毫升', 'niacinamide, 30 ml'],
          ['视黄醇 30毫升', 'retinol, 30 ml'],
        ],
        series: true,
      },
      {
        zh: '爽肤水',
        en: 'toner',
        price: 119,
        variants: [
          ['150毫升', '150 ml'],
          ['300毫升', '300 ml'],
        ],
        cycle: 60,
      },
      {
        zh: '修护面霜',
        en: 'repair cream',
        price: 189,
        variants: [
          ['50克', '50 g'],
          ['80克', '80 g'],
        ],
        cycle: 70,
      },
      {
        zh: '防晒霜',
        en: 'sunscreen',
        price: 99,
        variants: [
          ['SPF50 50毫升', 'SPF 50, 50 ml'],
          ['SPF50 双支装', 'SPF 50, two'],
        ],
        cycle: 50,
      },
      { zh: '眼霜', en: 'eye cream', price: 199, variants: [['20克', '20 g']] },
      {
        zh: '身体乳',
        en: 'body lotion',
        price: 79,
        variants: [
          ['樱花 250毫升', 'cherry blossom, 250 ml'],
          ['白茶 400毫升', 'white tea, 400 ml'],
        ],
      },
    ],
  },
  {
    name: '美妆/彩妆',
    brands: brands('花间 Huajian', '橘色 Juse', '绯境 Feijing', '黛西蔻 Daisico'),
    products: [
      {
        zh: '哑光口红',
        en: 'matt lipstick',
        price: 89,
        variants: [
          ['豆沙色', 'dusty rose'],
          ['正红色', 'true red'],
          ['奶茶色', 'milk tea'],
          ['枫叶色', 'maple'],
        ],
        series: true,
      },
      {
        zh: '粉底液',
        en: 'foundation',
        price: 159,
        variants: [
          ['自然色', 'natural'],
          ['象牙白', 'ivory'],
        ],
      },
      {
        zh: '眼影盘',
        en: 'eyeshadow palette',
        price: 129,
        variants: [
          ['大地色', 'earth'],
          ['蜜桃色', 'peach'],
        ],
      },
      { zh: '睫毛膏', en: 'mascara', price: 69, variants: [['纤长', 'lengthening']] },
      {
        zh: '卸妆水',
        en: 'make-up remover',
        price: 59,
        variants: [
          ['250毫升', '250 ml'],
          ['500毫升', '500 ml'],
        ],
        cycle: 45,
      },
      { zh: '气垫', en: 'cushion compact', price: 149, variants: [['遮瑕款', 'full cover']] },
      { zh: '化妆刷', en: 'make-up brushes', price: 79, variants: [['十支', 'set of ten']] },
      { zh: '美妆蛋', en: 'make-up sponges', price: 25, variants: [['三只', 'three']], cycle: 50 },
      {
        zh: '淡香水',
        en: 'eau de toilette',
        price: 219,
        variants: [
          ['白茶 50毫升', 'white tea, 50 ml'],
          ['桂花 50毫升', 'osmanthus, 50 ml'],
        ],
      },
    ],
  },
  {
    name: '服饰/女装',
    brands: brands('森裳 Senshang', '如初 Ruchu', '素白 Subai', '沐槿 Mujin'),
    products: [
      {
        zh: '连衣裙',
        en: 'dress',
        price: 189,
        variants: [
          ['碎花', 'floral'],
          ['法式', 'French'],
          ['针织', 'knitted'],
        ],
      },
      {
        zh: '针织开衫',
        en: 'cardigan',
        price: 129,
        variants: [
          ['米色', 'beige'],
          ['雾蓝', 'mist blue'],
        ],
      },
      {
        zh: '阔腿裤',
        en: 'wide-leg trousers',
        price: 139,
        variants: [
          ['黑色', 'black'],
          ['卡其', 'khaki'],
        ],
      },
      {
        zh: '羊毛大衣',
        en: 'wool coat',
        price: 599,
        variants: [
          ['驼色', 'camel'],
          ['炭灰', 'charcoal'],
        ],
      },
      { zh: '衬衫', en: 'shirt', price: 99, variants: [['真丝白', 'silk white']] },
      {
        zh: '羽绒服',
        en: 'down jacket',
        price: 499,
        variants: [
          ['短款', 'short'],
          ['长款', 'long'],
        ],
      },
      { zh: '帆布包', en: 'canvas bag', price: 69, variants: [['大号', 'large']] },
      { zh: '围巾', en: 'scarf', price: 79, variants: [['羊绒', 'cashmere']] },
      {
        zh: '单鞋',
        en: 'flat shoes',
        price: 159,
        variants: [
          ['玛丽珍', 'Mary Jane'],
          ['乐福', 'loafers'],
        ],
      },
    ],
  },
];
