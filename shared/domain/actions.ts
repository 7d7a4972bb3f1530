/** Purchase actions, in lower case with single spaces between words. */
export const purchaseNames: readonly string[] = [
  ...['purchase', 'purchased', 'buy', 'bought', 'order', 'ordered', 'order completed', 'order placed', 'place order'],
  ...['transaction', 'checkout', 'paid', 'pay', 'payment', 'sale', 'sold'],
  ...['购买', '下单', '支付', '付款', '成交', '交易', '订单', '买', '已购买', '已支付'],
];
const purchases = new Set(purchaseNames);

/** Whether an action name means a purchase, ignoring case and word separators: `Order_Completed`, `购买`. */
export function isPurchase(name: string): boolean {
  return purchases.has(
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' '),
  );
}
