import type { Field } from '../../../../shared/domain/mapping.ts';

/** Column names that exports use for each field, ignoring case, `_`, `-`, `.` and blanks; the most reliable first. */
const names: Readonly<Record<Field, string>> = {
  order_id: `orderid orderno ordernumber invoiceno invoice invoiceid transactionid 订单号 订单编号 订单id`,
  discount: `discount discountamount coupondiscount 优惠金额 折扣 优惠`,
  currency: `currency currencycode 货币 币种`,
  channel: `channel utmmedium medium trafficsource 渠道 来源渠道`,
  campaign: `campaign utmcampaign campaignname 活动 营销活动`,
  event_id: `eventid eventuuid insertid messageid hitid uuid 事件id 事件编号`,
  alias: `anonymousid anonymoususerid alias aliasid previousid olduserid guestid deviceid cookieid 匿名id 游客id 旧用户id 设备id`,
  user: `userid uid customerid memberid buyerid clientid visitorid accountid shopperid distinctid userpseudoid
    reviewerid fullvisitorid usersk user customer cust member buyer visitor usernick username cid 用户id 用户编号 用户 会员id 会员号 会员编号 会员
    客户id 客户编号 客户号 客户 顾客id 顾客 买家id 买家昵称 买家 openid unionid email emailaddress useremail customeremail 邮箱 手机号 手机`,
  time: `eventtime eventtimestamp timestamp datetime time ts createdat createtime createdtime createddate occurredat orderpurchasetimestamp
    orderdate ordertime purchasedate purchasetime invoicedate transactiondate paytime paymenttime behaviortime behaviourtime unixtime
    eventdate visittime searchtime reviewtime unixreviewtime paidat purchasedat date day 时间戳 时间 行为时间 事件时间 发生时间 下单时间 付款时间 支付时间 创建时间 订单时间 订单日期 下单日期 日期`,
  action: `eventtype behaviortype behaviourtype actiontype eventname action behavior behaviour event activity 行为类型 行为 动作 事件类型 事件 操作类型 操作`,
  item: `productid itemid skuid goodsid stockcode articleid contentid movieid bookid songid trackid asin parentasin sku spuid product item goods
    商品id 商品编号 商品编码 商品 货号 产品id 产品编号 产品 物品id 物品`,
  category: `categorycode categoryid categoryname category cate cateid catid cat department genres genre class 类目id 类目名称 类目 品类 分类 类别`,
  brand: `brand brandname brandid 品牌 品牌名称`,
  price: `unitprice itemprice saleprice price 单价 价格 售价`,
  amount: `amount totalamount totalprice total dollarvalue dollars revenue ordervalue paymentvalue orderamount salesamount payment sales gmv spend
    实付金额 支付金额 订单金额 成交金额 总金额 总价 金额`,
  quantity: `quantity qty numberofcds itemcount units count num 数量 件数 购买数量`,
  rating: `rating score stars star overall reviewscore 评分 星级 打分`,
  text: `text reviewtext reviewcontent review comment searchquery searchterm query keywords keyword content 评论内容 评论 评价内容 评价 搜索词 关键词 内容 文本`,
  session: `sessionid usersession session visitid gasessionid 会话id 会话`,
  title: `title itemtitle producttitle movietitle productname itemname goodsname name description 商品名称 商品标题 商品名 标题 产品名称 品名 名称`,
  title_en: `titleen entitle englishtitle nameen 英文标题 英文名称 英文名`,
};

/** Number of names per field, to scale the rank of a name. */
const counts = new Map<string, number>();
const fieldByName = new Map<string, { field: Field; rank: number }>();
for (const [field, list] of Object.entries(names) as [Field, string][]) {
  const all = list.split(/\s+/);
  counts.set(field, all.length);
  all.forEach((name, rank) => {
    if (!fieldByName.has(name)) fieldByName.set(name, { field, rank });
  });
}

/** Returns the field that a column name stands for, if any; a lower rank is more reliable. */
export function fieldOfName(column: string): { field: Field; rank: number } | null {
  return fieldByName.get(column.toLowerCase().replaceAll(/[\s_.-]+/g, '')) ?? null;
}

/**
 * Returns the confidence that a column of this name holds the field, from 0.95 for the first name in the list down to
 * about 0.6 for the last one; 0.6 for any other name.
 */
export function nameConfidence(field: Field, source: string): number {
  const [first = ''] = source.split('|');
  const guess = fieldOfName(first.replaceAll('"', ''));
  if (guess?.field !== field) return 0.6;
  return 0.95 - (0.35 * guess.rank) / (counts.get(field) ?? 1);
}
