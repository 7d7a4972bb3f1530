import type { Field } from '../../../../shared/domain/mapping.ts';

/**
 * Column names that exports in English and Chinese use for each field, in lower case without `_`, `-`, `.` and blanks;
 * the most reliable first.
 */
export const fieldWords: Readonly<Record<Field, string>> = {
  order_id: `orderid orderno ordernumber invoiceno invoice invoiceid transactionid 订单号 订单编号 订单id 主订单编号 主订单号 子订单编号 子订单号
    交易号 交易编号 流水号 单号`,
  discount: `discount discountamount coupondiscount discountrate discountpercent discountpercentage discountpct 优惠金额 折扣 优惠 折扣金额 折扣率
    优惠券金额`,
  currency: `currency currencycode 货币 币种`,
  channel: `channel utmmedium medium trafficsource utmsource sourcemedium saleschannel 渠道 来源渠道`,
  campaign: `campaign utmcampaign campaignname 活动 营销活动`,
  event_id: `eventid eventuuid insertid messageid hitid uuid 事件id 事件编号`,
  alias: `anonymousid anonymoususerid alias aliasid previousid olduserid guestid deviceid cookieid 匿名id 游客id 旧用户id 设备id`,
  user: `userid uid customerid memberid buyerid clientid visitorid accountid shopperid distinctid userpseudoid
    reviewerid fullvisitorid usersk user customer cust member buyer visitor usernick username cid 用户id 用户编号 用户 会员id 会员号 会员编号 会员
    客户id 客户编号 客户号 客户 顾客id 顾客 买家id 买家昵称 买家会员名 买家用户名 会员名 会员名称 会员昵称 会员卡号 用户标识 用户账号 客户账号 下单账号
    买家账号 访客id 买家 openid unionid client shopper loyaltycardnumber loyaltycard loyaltyid membershipid cardid
    email emailaddress useremail customeremail 邮箱 手机号 手机`,
  time: `eventtime eventtimestamp timestamp datetime time ts createdat createtime createdtime createddate occurredat orderpurchasetimestamp
    orderdate ordertime purchasedate purchasetime invoicedate transactiondate paytime paymenttime behaviortime behaviourtime unixtime
    eventdate visittime searchtime unixreviewtime reviewtime paidat purchasedat orderedat placedat createdon date day eventdatetime eventts
    datestring dateandtime datetimeutc tstamp unixtimestamp soldat saledate dt
    时间戳 时间 行为时间 事件时间 发生时间 下单时间 付款时间 支付时间 创建时间 订单时间 订单日期 下单日期 订单创建时间 订单付款时间 订单成交时间 订单提交时间
    成交时间 交易时间 拍下时间 提交时间 购买时间 购买日期 销售日期 日期时间 日期`,
  action: `eventtype behaviortype behaviourtype actiontype eventname action behavior behaviour event activity interactiontype 行为类型 行为 动作
    事件类型 事件名称 事件 操作类型 操作`,
  item: `productid itemid skuid goodsid stockcode articleid contentid movieid bookid songid trackid asin parentasin sku spuid isbn listingid
    product item goods article 商品id 商品编号 商品编码 商品 货号 产品id 产品编号 产品 物品id 物品 宝贝id 货品编号 sku编码 商家编码`,
  category: `categorycode categoryid categoryname category cate cateid catid cat department genres genre class producttype productgroup
    类目id 类目名称 类目 品类 分类 类别`,
  brand: `brand brandname brandid manufacturer 品牌 品牌名称`,
  price: `unitprice itemprice saleprice price sellingprice listprice retailprice priceeach 单价 价格 售价 京东价`,
  amount: `amount totalamount totalprice total dollarvalue dollars revenue ordervalue paymentvalue orderamount salesamount payment sales gmv spend
    linetotal ordertotal grandtotal netsales netamount grossamount amountpaid totalpaid totalspent spent turnover subtotal
    实付金额 支付金额 订单金额 成交金额 总金额 总价 实付款 实收金额 实际支付金额 应付金额 销售额 成交额 合计 合计金额 小计 付款金额 交易金额 总额 金额`,
  quantity: `quantity qty numberofcds itemcount units count num unitssold quantityordered qtyordered quantitypurchased itemssold pieces
    数量 件数 购买数量 总数量 订购数量 销售数量 销量`,
  rating: `rating score stars star overall reviewscore 评分 星级 打分`,
  text: `text reviewtext reviewcontent review comment searchquery searchterm query keywords keyword content 评论内容 评论 评价内容 评价 搜索词 关键词 内容 文本`,
  session: `sessionid usersession session visitid gasessionid 会话id 会话`,
  title: `title itemtitle producttitle movietitle productname itemname goodsname name description 商品名称 商品标题 商品名 标题 产品名称 品名 选购商品 名称`,
  title_en: `titleen entitle englishtitle nameen 英文标题 英文名称 英文名`,
};

/** Further names in German, French and Spanish, without accents. */
export const localWords: Partial<Record<Field, string>> = {
  order_id: `bestellnummer bestellnr bestellid bestellung auftragsnummer auftragsnr rechnungsnummer rechnungsnr belegnummer
    commandeno numerodecommande numerocommande nodecommande idcommande commande numerodefacture
    numerodepedido numeropedido pedidono pedidonumero idpedido nodepedido pedido numerodefactura`,
  discount: 'rabatt nachlass remise reduction descuento',
  currency: 'wahrung devise moneda divisa',
  time: `bestelldatum kaufdatum zeitpunkt zeitstempel erstelltam rechnungsdatum buchungsdatum datum datumuhrzeit
    datedecommande datecommande datedachat datedecreation creele horodatage
    fechadepedido fechapedido fechadelpedido fechadecompra fechadecreacion fechahora creadoel fecha`,
  user: `kundennummer kundennr kundenid kundenno kunde kaufer nutzerid nutzer benutzerid benutzer
    idclient numeroclient numerodeclient clientno acheteur idutilisateur utilisateur
    idcliente clienteid numerodecliente cliente comprador idusuario usuario`,
  action: 'ereignis aktion evenement evento accion',
  item: `artikelnummer artikelnr artikelid produktid produktnummer produkt artikel
    idproduit referenceproduit refproduit produit idproducto productoid codigodeproducto codigoproducto producto articulo`,
  category: 'kategorie warengruppe produktkategorie categorie categoria',
  brand: 'marke hersteller marque marca',
  price: 'einzelpreis stuckpreis preis prixunitaire prix preciounitario precio',
  amount: `gesamtbetrag gesamtpreis gesamtsumme betrag summe gesamt nettoumsatz umsatz
    montanttotal montant ventesnettes prixtotal importetotal importe ventasnetas preciototal`,
  quantity: `menge anzahl stuckzahl verkaufteartikel artikelverkauft quantite qte articlesvendus cantidad unidades articulosvendidos`,
  rating: 'bewertung sterne calificacion puntuacion valoracion',
  text: 'kommentar rezension suchbegriff commentaire avis comentario resena',
  session: 'sitzungsid sitzung sesion idsesion',
  title: `produktname artikelbezeichnung artikelname bezeichnung produkttitel titre nomduproduit libelle designation
    nombredelproducto titulo descripcion`,
};

/** Words that name a person, an item, an order or a session before one of `ID_SUFFIXES`. */
export const ID_WORDS: Partial<Record<Field, readonly string[]>> = {
  user: `user customer cust client member buyer visitor account shopper person subscriber player household consumer reader reviewer
    loyalty membership kunde kunden cliente usuario`.split(/\s+/),
  item: `product prod item sku goods article stock listing movie book song track content video offer style variant material artist isbn
    merchandise`.split(/\s+/),
  order_id:
    'order invoice transaction trans trx tran txn receipt bill purchase ticket bestellung commande pedido'.split(/\s+/),
  session: ['session', 'visit'],
};

export const ID_SUFFIXES: readonly string[] =
  'id no nr num number nbr code key sk ref identifier uuid guid hash # nummer numero'.split(' ');
