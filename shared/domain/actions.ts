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

const plainName = (name: string) =>
  name
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_-]+/g, ' ');
