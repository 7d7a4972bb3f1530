import { categories } from './catalogue.ts';
import type { Category, Product } from './departments/department.ts';

/**
 * Pairs of complementary products: a buyer of the first often looks for the second soon after, usually of the same
 * brand.
 */
const pairs: readonly (readonly [string, string])[] = [
  ['婴儿配方奶粉', '宽口奶瓶'],
  ['宽口奶瓶', '恒温调奶器'],
  ['高铁米粉', '果泥'],
  ['果泥', '溶豆'],
  ['高铁米粉', '辅食研磨套装'],
  ['拉拉裤', '婴儿湿巾'],
  ['婴儿湿巾', '护臀膏'],
  ['儿童沐浴露', '纱布浴巾'],
  ['大颗粒积木', '磁力片'],
  ['认知绘本', '早教故事机'],
  ['智能手机', '手机壳'],
  ['手机壳', '钢化膜'],
  ['智能手机', '快充充电器'],
  ['无线耳机', '充电宝'],
  ['机械键盘', '游戏鼠标'],
  ['游戏鼠标', '超大鼠标垫'],
  ['电竞显示器', '电竞椅'],
  ['掌上游戏机', '角色扮演游戏'],
  ['角色扮演游戏', '角色手办'],
  ['竞速游戏', '游戏手柄'],
  ['派对游戏', '游戏手柄'],
  ['电烤箱', '烘焙模具'],
  ['烘焙模具', '高筋面粉'],
  ['高筋面粉', '耐高糖酵母'],
  ['高筋面粉', '动物黄油'],
  ['厨师机', '高筋面粉'],
  ['意式咖啡机', '咖啡豆'],
  ['不粘炒锅', '郫县豆瓣酱'],
  ['精华液', '修护面霜'],
  ['氨基酸洁面', '爽肤水'],
  ['粉底液', '美妆蛋'],
  ['眼影盘', '化妆刷'],
  ['哑光口红', '卸妆水'],
  ['连衣裙', '单鞋'],
  ['羊毛大衣', '围巾'],
  ['帐篷', '睡袋'],
  ['睡袋', '防潮垫'],
  ['卡式炉', '气罐'],
  ['登山包', '登山杖'],
  ['帐篷', '露营灯'],
  ['缓震跑鞋', '压缩裤'],
  ['缓震跑鞋', '能量胶'],
  ['可调哑铃', '乳清蛋白粉'],
  ['洗衣凝珠', '抽纸'],
  ['抽纸', '垃圾袋'],
  ['龙井茶礼盒', '紫砂茶具'],
  ['永生花礼盒', '贺卡'],
  ['银项链', '珍珠耳钉'],
];

interface CatalogueProduct {
  readonly category: Category;
  readonly product: Product;
}

const productsByName = new Map<string, CatalogueProduct>(
  categories.flatMap((category) => category.products.map((product) => [product.zh, { category, product }] as const)),
);

const complementPairs = Map.groupBy(pairs, ([first]) => first);

/** Returns the complementary products of a product; empty for most. */
export function complements(product: Product): CatalogueProduct[] {
  const seconds = complementPairs.get(product.zh) ?? [];
  return seconds.map(([, second]) => {
    const complement = productsByName.get(second);
    if (!complement) throw new Error(`no product ${second}`);
    return complement;
  });
}
