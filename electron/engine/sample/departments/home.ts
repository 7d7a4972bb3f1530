import { brands, type Category } from './department.ts';

export const home: readonly Category[] = [
  {
    name: '家居/清洁日用',
    brands: brands('净宅 Jingzhai', '日日新 Ririxin', '蓝海 Lanhai', '朴舍 Pushe'),
    products: [
      {
        zh: '抽纸',
        en: 'tissues',
        price: 29,
        variants: [
          ['24包', '24 packs'],
          ['40包', '40 packs'],
        ],
        cycle: 40,
      },
      {
        zh: '洗衣凝珠',
        en: 'laundry pods',
        price: 39,
        variants: [
          ['50颗', '50'],
          ['100颗', '100'],
        ],
        cycle: 50,
      },
      {
        zh: '洗洁精',
        en: 'washing-up liquid',
        price: 15,
        variants: [
          ['1公斤', '1 kg'],
          ['2公斤', '2 kg'],
        ],
        cycle: 55,
      },
      { zh: '垃圾袋', en: 'bin bags', price: 18, variants: [['100只', '100']], cycle: 45 },
      {
        zh: '收纳箱',
        en: 'storage boxes',
        price: 49,
        variants: [
          ['三只', 'three'],
          ['带轮大号', 'large, wheels'],
        ],
      },
      { zh: '平板拖把', en: 'flat mop', price: 59, variants: [['免手洗', 'self-wringing']] },
      {
        zh: '四件套',
        en: 'bedding set',
        price: 169,
        variants: [
          ['纯棉', 'cotton'],
          ['天丝', 'lyocell'],
        ],
      },
      {
        zh: '保温杯',
        en: 'vacuum flask',
        price: 69,
        variants: [
          ['500毫升', '500 ml'],
          ['750毫升', '750 ml'],
        ],
      },
    ],
  },
  {
    name: '礼品/茶酒',
    brands: brands('竹里 Zhuli', '茗山 Mingshan', '陈坊 Chenfang', '御品轩 Yupin'),
    products: [
      {
        zh: '龙井茶礼盒',
        en: 'Longjing tea gift box',
        price: 239,
        variants: [
          ['150克', '150 g'],
          ['300克', '300 g'],
        ],
      },
      {
        zh: '普洱茶饼',
        en: "pu'er tea cake",
        price: 189,
        variants: [
          ['生普 357克', 'raw, 357 g'],
          ['熟普 357克', 'ripe, 357 g'],
        ],
      },
      {
        zh: '白酒礼盒',
        en: 'baijiu gift box',
        price: 399,
        variants: [
          ['52度 500毫升', '52%, 500 ml'],
          ['52度 双支', '52%, two bottles'],
        ],
      },
      { zh: '干红葡萄酒', en: 'dry red wine', price: 159, variants: [['双支礼盒', 'gift box of two']] },
      {
        zh: '月饼礼盒',
        en: 'mooncake gift box',
        price: 169,
        variants: [
          ['广式八粒', 'Cantonese, eight'],
          ['流心六粒', 'custard, six'],
        ],
      },
      { zh: '蜂蜜礼盒', en: 'honey gift box', price: 129, variants: [['两瓶', 'two jars']] },
      { zh: '紫砂茶具', en: 'Yixing tea set', price: 299, variants: [['一壶四杯', 'pot and four cups']] },
      {
        zh: '坚果礼盒',
        en: 'nut gift box',
        price: 139,
        variants: [
          ['八罐', 'eight tins'],
          ['新年款', 'New Year'],
        ],
      },
      { zh: '燕窝', en: "bird's nest", price: 499, variants: [['六瓶', 'six jars']] },
    ],
  },
  {
    name: '礼品/首饰',
    brands: brands('拾一 Shiyi', '素银 Suyin', '月见 Yuejian', '瑾年 Jinnian'),
    products: [
      {
        zh: '银项链',
        en: 'silver necklace',
        price: 239,
        variants: [
          ['锁骨链', 'collarbone'],
          ['星月', 'moon and star'],
        ],
      },
      {
        zh: '珍珠耳钉',
        en: 'pearl ear studs',
        price: 159,
        variants: [
          ['6毫米', '6 mm'],
          ['8毫米', '8 mm'],
        ],
      },
      { zh: '转运手链', en: 'lucky bracelet', price: 129, variants: [['红绳', 'red cord']] },
      {
        zh: '情侣对戒',
        en: 'pair of rings',
        price: 299,
        variants: [
          ['素圈', 'plain'],
          ['刻字', 'engraved'],
        ],
      },
      { zh: '金饰吊坠', en: 'gold pendant', price: 899, variants: [['生肖', 'zodiac']] },
      { zh: '永生花礼盒', en: 'preserved rose box', price: 189, variants: [['红玫瑰', 'red roses']] },
      { zh: '腕表', en: 'wrist watch', price: 599, variants: [['石英', 'quartz']] },
      { zh: '贺卡', en: 'greeting cards', price: 15, variants: [['五张', 'five']] },
      { zh: '真丝丝巾', en: 'silk scarf', price: 219, variants: [['印花', 'printed']] },
    ],
  },
];
