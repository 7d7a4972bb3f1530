import { brands, type Category } from './department.ts';

export const digital: readonly Category[] = [
  {
    name: '数码/手机',
    brands: brands('青禾 Qinghe', '云帆 Yunfan', '星屿 Xingyu', '极昼 Jizhou'),
    products: [
      {
        zh: '智能手机',
        en: 'smartphone',
        price: 1999,
        variants: [
          ['128GB 曜石黑', '128 GB, black'],
          ['256GB 冰川蓝', '256 GB, blue'],
          ['Pro 512GB', 'Pro, 512 GB'],
        ],
      },
      {
        zh: '手机壳',
        en: 'phone case',
        price: 39,
        variants: [
          ['透明防摔', 'clear, shockproof'],
          ['磁吸磨砂', 'magnetic, matt'],
        ],
      },
      { zh: '钢化膜', en: 'screen protector', price: 25, variants: [['两片装', 'two pack']] },
      {
        zh: '快充充电器',
        en: 'fast charger',
        price: 79,
        variants: [
          ['33W', '33 W'],
          ['67W', '67 W'],
          ['120W', '120 W'],
        ],
      },
      {
        zh: '充电宝',
        en: 'power bank',
        price: 99,
        variants: [
          ['10000毫安', '10,000 mAh'],
          ['20000毫安', '20,000 mAh'],
        ],
      },
      {
        zh: '无线耳机',
        en: 'wireless earbuds',
        price: 299,
        variants: [
          ['标准版', 'standard'],
          ['降噪版', 'noise cancelling'],
        ],
      },
      {
        zh: '智能手表',
        en: 'smart watch',
        price: 699,
        variants: [
          ['42毫米', '42 mm'],
          ['46毫米', '46 mm'],
        ],
      },
      { zh: '手机支架', en: 'phone stand', price: 29, variants: [['折叠款', 'folding']] },
    ],
  },
  {
    name: '数码/电竞外设',
    brands: brands('黑曜 Heiyao', '雷隼 Leisun', '炽翼 Chiyi', '零度 Lingdu'),
    products: [
      {
        zh: '机械键盘',
        en: 'mechanical keyboard',
        price: 299,
        variants: [
          ['87键 红轴', '87 keys, red switches'],
          ['104键 茶轴', '104 keys, brown switches'],
        ],
      },
      {
        zh: '游戏鼠标',
        en: 'gaming mouse',
        price: 159,
        variants: [
          ['有线版', 'wired'],
          ['无线轻量版', 'wireless, light'],
        ],
      },
      {
        zh: '电竞显示器',
        en: 'gaming monitor',
        price: 1299,
        variants: [
          ['24寸 165Hz', '24 inch, 165 Hz'],
          ['27寸 240Hz', '27 inch, 240 Hz'],
        ],
      },
      {
        zh: '游戏耳机',
        en: 'gaming headset',
        price: 269,
        variants: [
          ['7.1声道', '7.1 surround'],
          ['无线版', 'wireless'],
        ],
      },
      {
        zh: '游戏手柄',
        en: 'game controller',
        price: 189,
        variants: [
          ['蓝牙版', 'Bluetooth'],
          ['霍尔摇杆版', 'hall-effect sticks'],
        ],
      },
      {
        zh: '超大鼠标垫',
        en: 'desk-size mouse mat',
        price: 49,
        variants: [
          ['900×400', '900 × 400'],
          ['1200×600', '1200 × 600'],
        ],
      },
      {
        zh: '固态硬盘',
        en: 'solid-state drive',
        price: 399,
        variants: [
          ['1TB', '1 TB'],
          ['2TB', '2 TB'],
        ],
      },
      {
        zh: '电竞椅',
        en: 'gaming chair',
        price: 899,
        variants: [
          ['标准版', 'standard'],
          ['脚托版', 'with footrest'],
        ],
      },
    ],
  },
  {
    name: '数码/游戏',
    brands: brands('像素工坊 Pixelworks', '浮岛 Floating', '山海互动 Shanhai', '银河社 Galaxia'),
    products: [
      {
        zh: '角色扮演游戏',
        en: 'role-playing game',
        price: 199,
        variants: [
          ['第一部', 'part 1'],
          ['第二部', 'part 2'],
          ['第三部', 'part 3'],
        ],
        series: true,
      },
      {
        zh: '竞速游戏',
        en: 'racing game',
        price: 168,
        variants: [
          ['标准版', 'standard'],
          ['年度版', 'year edition'],
        ],
      },
      {
        zh: '策略游戏',
        en: 'strategy game',
        price: 148,
        variants: [
          ['本体', 'base game'],
          ['资料片 北疆', 'expansion North'],
          ['资料片 南海', 'expansion South Sea'],
        ],
        series: true,
      },
      {
        zh: '掌上游戏机',
        en: 'handheld console',
        price: 1599,
        variants: [
          ['标准版', 'standard'],
          ['OLED版', 'OLED'],
        ],
      },
      {
        zh: '游戏点卡',
        en: 'game credit',
        price: 100,
        variants: [
          ['100元', '100 yuan'],
          ['300元', '300 yuan'],
        ],
        cycle: 30,
      },
      {
        zh: '派对游戏',
        en: 'party game',
        price: 129,
        variants: [['标准版', 'standard']],
      },
      {
        zh: '角色手办',
        en: 'figurine',
        price: 259,
        variants: [
          ['剑士', 'swordsman'],
          ['术师', 'mage'],
        ],
        series: true,
      },
    ],
  },
];
