import { brands, type Category } from './department.ts';

export const kitchen: readonly Category[] = [
  {
    name: '厨房/厨具家电',
    brands: brands('灶味 Zaowei', '巧媳妇儿 Qiaoxi', '炊语 Chuiyu', '铸匠 Zhujiang'),
    products: [
      {
        zh: '不粘炒锅',
        en: 'non-stick wok',
        price: 139,
        variants: [
          ['30厘米', '30 cm'],
          ['32厘米', '32 cm'],
        ],
      },
      {
        zh: '珐琅铸铁锅',
        en: 'enamelled cast-iron pot',
        price: 329,
        variants: [
          ['22厘米', '22 cm'],
          ['26厘米', '26 cm'],
        ],
      },
      {
        zh: '空气炸锅',
        en: 'air fryer',
        price: 269,
        variants: [
          ['4升', '4 l'],
          ['6升可视', '6 l, window'],
        ],
      },
      {
        zh: '电烤箱',
        en: 'electric oven',
        price: 359,
        variants: [
          ['32升', '32 l'],
          ['40升', '40 l'],
        ],
      },
      { zh: '厨师机', en: 'stand mixer', price: 799, variants: [['5升', '5 l']] },
      {
        zh: '意式咖啡机',
        en: 'espresso machine',
        price: 899,
        variants: [
          ['半自动', 'semi-automatic'],
          ['研磨一体', 'with grinder'],
        ],
      },
      { zh: '三德刀', en: 'santoku knife', price: 119, variants: [['18厘米', '18 cm']] },
      {
        zh: '保鲜盒',
        en: 'food containers',
        price: 45,
        variants: [
          ['四件套', 'set of four'],
          ['十件套', 'set of ten'],
        ],
      },
      { zh: '烘焙模具', en: 'baking moulds', price: 39, variants: [['六件套', 'set of six']] },
      { zh: '厨房秤', en: 'kitchen scales', price: 35, variants: [['0.1克', '0.1 g']] },
    ],
  },
  {
    name: '食品/调味烘焙',
    brands: brands('田家 Tianjia', '麦香坊 Maixiang', '南山 Nanshan', '拾光 Shiguang'),
    products: [
      {
        zh: '高筋面粉',
        en: 'bread flour',
        price: 22,
        variants: [
          ['2.5公斤', '2.5 kg'],
          ['5公斤', '5 kg'],
        ],
        cycle: 30,
      },
      {
        zh: '动物黄油',
        en: 'butter',
        price: 35,
        variants: [
          ['454克', '454 g'],
          ['1公斤', '1 kg'],
        ],
        cycle: 35,
      },
      {
        zh: '特级初榨橄榄油',
        en: 'extra virgin olive oil',
        price: 89,
        variants: [
          ['500毫升', '500 ml'],
          ['1升', '1 l'],
        ],
        cycle: 55,
      },
      {
        zh: '郫县豆瓣酱',
        en: 'Pixian chilli bean paste',
        price: 18,
        variants: [
          ['500克', '500 g'],
          ['1公斤', '1 kg'],
        ],
        cycle: 50,
      },
      {
        zh: '酿造酱油',
        en: 'brewed soy sauce',
        price: 16,
        variants: [
          ['500毫升', '500 ml'],
          ['1.75升', '1.75 l'],
        ],
        cycle: 45,
      },
      {
        zh: '咖啡豆',
        en: 'coffee beans',
        price: 68,
        variants: [
          ['云南 250克', 'Yunnan, 250 g'],
          ['埃塞俄比亚 250克', 'Ethiopia, 250 g'],
          ['意式拼配 500克', 'espresso blend, 500 g'],
        ],
        cycle: 24,
      },
      { zh: '耐高糖酵母', en: 'yeast', price: 12, variants: [['100克', '100 g']], cycle: 60 },
      {
        zh: '火锅底料',
        en: 'hot-pot base',
        price: 19,
        variants: [
          ['牛油麻辣', 'spicy'],
          ['番茄', 'tomato'],
        ],
      },
    ],
  },
  {
    name: '食品/零食',
    brands: brands('小馋猫 Chanmao', '零点 Lingdian', '果仁说 Guoren', '甜屿 Tianyu'),
    products: [
      {
        zh: '每日坚果',
        en: 'daily nuts',
        price: 79,
        variants: [
          ['15包', '15 packs'],
          ['30包', '30 packs'],
        ],
        cycle: 28,
      },
      {
        zh: '薯片',
        en: 'crisps',
        price: 12,
        variants: [
          ['原味', 'plain'],
          ['黄瓜味', 'cucumber'],
          ['麻辣味', 'hot'],
        ],
      },
      {
        zh: '牛肉干',
        en: 'beef jerky',
        price: 49,
        variants: [
          ['沙嗲味', 'satay'],
          ['麻辣味', 'hot'],
        ],
      },
      {
        zh: '速溶奶茶',
        en: 'instant milk tea',
        price: 29,
        variants: [
          ['原味 20条', 'plain, 20 sticks'],
          ['抹茶 20条', 'matcha, 20 sticks'],
        ],
        cycle: 30,
      },
      {
        zh: '螺蛳粉',
        en: 'river snail noodles',
        price: 35,
        variants: [
          ['三袋', 'three bags'],
          ['六袋', 'six bags'],
        ],
      },
      {
        zh: '黑巧克力',
        en: 'dark chocolate',
        price: 39,
        variants: [
          ['72%', '72%'],
          ['85%', '85%'],
        ],
      },
      { zh: '冻干水果', en: 'freeze-dried fruit', price: 26, variants: [['草莓', 'strawberry']] },
      {
        zh: '零食大礼包',
        en: 'snack hamper',
        price: 99,
        variants: [
          ['30包', '30 packs'],
          ['新年款', 'New Year'],
        ],
      },
    ],
  },
];
