const purchases = new Set(
  ['purchase', 'purchased', 'buy', 'bought', 'order', 'ordered', 'order completed', 'order placed', 'place order']
    .concat(['transaction', 'checkout', 'paid', 'pay', 'payment', 'sale', 'sold'])
    .concat(['购买', '下单', '支付', '付款', '成交', '交易', '订单', '买', '已购买', '已支付']),
);

/** Whether an action of this name is a purchase, in any case and however its words are joined: `Order_Completed`, `购买`. */
export function isPurchase(name: string): boolean {
  return purchases.has(
    name
      .trim()
      .toLowerCase()
      .replaceAll(/[\s_-]+/g, ' '),
  );
}
