import type { Random } from '../../../shared/domain/random.ts';
import type { Archetype } from './archetypes.ts';
import type { Item } from './catalogue.ts';

const QUALITIES = ['推荐', '正品', '官方', '哪个好', '排行榜'] as const;

/** Search terms for a whole department, by the first part of its categories' names. */
const DEPARTMENTS: Readonly<Record<string, readonly string[]>> = {
  厨房: ['厨房用品', '厨具'],
  家居: ['家居用品', '生活用品'],
  户外: ['户外装备'],
  数码: ['电子产品', '数码产品'],
  服饰: ['衣服', '女装'],
  母婴: ['母婴用品', '宝宝用品'],
  玩具: ['玩具', '童书'],
  礼品: ['礼物', '礼品'],
  美妆: ['化妆品', '护肤品'],
  运动: ['运动装备', '健身'],
  食品: ['零食', '食品'],
};

/** Draws a search query for an item. */
export function query(random: Random, archetype: Archetype, item: Item): string {
  const product = item.product.zh.split(' ').at(-1) ?? item.product.zh;
  const brand = item.category.brands[item.brand]?.zh ?? '';
  switch (random.weighted([4, 2, 3, 1, 1])) {
    case 0:
      return product;
    case 1:
      return `${brand}${product}`;
    case 2:
      return `${product} ${random.pick(archetype.searchTerms)}`;
    case 3:
      return `${product} ${random.pick(QUALITIES)}`;
    default:
      return random.pick(DEPARTMENTS[item.category.name.split('/')[0] ?? ''] ?? [product]);
  }
}

const OPENINGS = {
  good: ['收到货了，', '用了一周，', '回购第二次，', '朋友推荐买的，', '等了好久，', ''],
  fair: ['用了几天，', '收到了，', '第一次买，', ''],
  poor: ['失望，', '等了很久，', '说实话，', ''],
} as const;

const VERDICTS = {
  good: ['非常满意', '质量很好', '和描述一致', '性价比很高', '超出预期', '颜值很高也很实用'],
  fair: ['还可以', '中规中矩', '一般般', '没有想象中好', '价格偏高'],
  poor: ['质量太差', '和图片不一样', '用了两次就坏了', '包装破损', '客服态度不好'],
} as const;

const ENDINGS = {
  good: ['会继续回购！', '推荐给大家。', '物流也很快。', '家里人都喜欢。', '好评。'],
  fair: ['先用着看看。', '对得起这个价。', '物流有点慢。', '凑合用吧。'],
  poor: ['申请退货了。', '不会再买。', '不推荐。', '差评。'],
} as const;

/** Draws a review that fits its rating, 1 to 5. */
export function review(random: Random, item: Item, rating: number): string {
  const mood = rating >= 4 ? 'good' : rating === 3 ? 'fair' : 'poor';
  const product = item.product.zh.split(' ').at(-1) ?? item.product.zh;
  return `${random.pick(OPENINGS[mood])}这款${product}${random.pick(VERDICTS[mood])}，${random.pick(ENDINGS[mood])}`;
}

/** Repeated texts of paid reviewers. */
export const PRAISE = ['五星好评，非常满意，值得购买！', '很好很好很好，下次还来！', '默认好评，卖家发货快！'] as const;
