/** Kinds of actions. An action of no other kind is `other`. */
export const ACTION_KINDS = ['view', 'cart', 'purchase', 'return', 'search', 'review', 'other'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];

/** Words by which a rule names all actions of a kind. */
export const KIND_WORDS: readonly ActionKind[] = ACTION_KINDS.filter((kind) => kind !== 'other');

/** Purchase actions, in lower case with single spaces between words. */
export const purchaseNames: readonly string[] = [
  ...['purchase', 'purchased', 'buy', 'bought', 'order', 'ordered', 'order completed', 'order placed', 'place order'],
  ...['transaction', 'checkout', 'paid', 'pay', 'payment', 'sale', 'sold'],
  ...['购买', '下单', '支付', '付款', '成交', '交易', '订单', '买', '已购买', '已支付'],
];
const purchases = new Set(purchaseNames);

/** Actions that revoke a purchase, in the same form. */
const returnNames: readonly string[] = [
  ...['return', 'returned', 'refund', 'refunded', 'order refunded', 'order returned', 'refund order', 'chargeback'],
  ...['cancel', 'cancelled', 'canceled', 'cancellation', 'order cancelled', 'order canceled', 'cancel order', 'void'],
  ...['退货', '退款', '已退货', '已退款', '退货退款', '取消', '已取消', '取消订单', '订单取消'],
];
const returns = new Set(returnNames);

/** Whether an action name means a purchase, ignoring case and word separators: `Order_Completed`, `购买`. */
export function isPurchase(name: string): boolean {
  return purchases.has(plainName(name));
}

/** Whether an action name means that a purchase is revoked: `Order Refunded`, `cancel`, `退货`. */
export function isReturn(name: string): boolean {
  return returns.has(plainName(name));
}

const SEARCHES = /^(search|quer(y|ies)|搜索|检索)/;
const CARTS = /cart|basket|加购|购物车/;
const REMOVALS = /remove|移除|移出/;
const REVIEWS = /^(review|comment|rate|rating|评论|评价|评分)/;
const VIEWS = /^(view|pv|click|detail|visit|browse|浏览|点击|查看)/;

/** Returns the kind that an action's name denotes. */
export function kindOfName(name: string): ActionKind {
  const plain = plainName(name);
  if (purchases.has(plain)) return 'purchase';
  if (returns.has(plain)) return 'return';
  if (CARTS.test(plain)) return REMOVALS.test(plain) ? 'other' : 'cart';
  if (VIEWS.test(plain)) return 'view';
  if (SEARCHES.test(plain)) return 'search';
  return REVIEWS.test(plain) ? 'review' : 'other';
}

const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
