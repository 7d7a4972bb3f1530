import { isFirstName, isFullName, mayBeFullName } from './forms/people.ts';

/** Words in column names for people who deal with a shop, in lower case, separated by `_`. */
const PEOPLE =
  /(?:^|_)(?:customer|client|buyer|member|user|shopper|visitor|contact|recipient|consignee|receiver|payer|guest|subscriber|cardholder|owner|person|kunde|kunden|kaeufer|käufer|cliente|acheteur|destinataire|comprador|acquirente|klant|name|names|nom|nombre)(?:_|$)|姓名|买家|客户|顾客|会员|收货人|收件人|联系人|用户|付款人/u;
/** Column names of things, companies, places and public figures. */
const NOT_PEOPLE =
  /(?:^|_)(?:brand|vendor|manufacturer|maker|product|item|goods|article|title|sku|category|cat|department|genre|city|town|country|region|state|province|county|author|artist|actor|actress|director|singer|band|designer|model|colou?r|size|store|shop|seller|supplier|merchant|company|organi[sz]ation|campaign|channel|source|medium|event|page|screen|publisher|label|team|tags?|status|type|segment|plan|coupon|code|currency|language|theme|app|browser|platform|device|file|url|path|hotel|restaurant|venue|series|collection|line|variant|style|scent|flavou?r)(?:s|_|$)|品牌|商品|产品|标题|城市|省|国家|地区|作者|歌手|导演|演员|店铺|卖家|商家|供应商|公司|类目|分类|颜色|尺码|型号|系列|标签|活动|渠道|页面/u;

/**
 * Whether a column contains names of people: most of its values consist of a common given name and another name, or are
 * Chinese names. If the column name refers to people, two capitalised words suffice. `name`: in lower case, with words
 * joined by `_`.
 */
export function hasPeople(name: string, values: readonly string[]): boolean {
  if (NOT_PEOPLE.test(name) || values.length === 0) return false;
  const share = (test: (text: string) => boolean) => values.filter(test).length / values.length;
  const distinct = new Set(values).size;
  if (PEOPLE.test(name)) return share((text) => isFullName(text) || mayBeFullName(text)) >= 0.5;
  if (distinct >= 3 && share(isFullName) >= 0.6) return true;
  return distinct >= 5 && share(isFirstName) >= 0.8;
}
