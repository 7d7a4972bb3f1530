/**
 * Regular expressions of order statuses in exports. They match texts in lower case, without accents, whose words are
 * separated by spaces. `cancel`: the order was cancelled; `return`: all of it was returned; `other`: any other status, by
 * which a column of statuses is recognised.
 */
export const STATUS_WORDS = {
  cancel: [
    '(?:order |payment )?(?:cancel(?:l?ed|lation)?|void(?:ed)?|expired|failed|failure|declined|denied|rejected|abandoned)(?: by .*)?',
    'storniert|annulliert|abgebrochen|abgelehnt|fehlgeschlagen|abgelaufen|nicht bezahlt',
    'annulee?|echouee?|echec|refusee?|expiree?',
    '(?:cancel|anul|recus|rechaz|expir)ad[oa]|fallid[oa]|falhou|annullat[oa]|fallit[oa]|rifiutat[oa]|scadut[oa]',
    'geannuleerd|mislukt|verlopen|anulowan[aeoy]|avbruten|annulleret|iptal(?: edildi)?|отмен.*|キャンセル.*|取消済み?|취소.*',
    '(?:订单|交易)?(?:已取消|取消|已关闭|关闭|已作废|作废|已失效|失效)|取消(?:订单|交易)|(?:支付|付款)失败|(?:买家|卖家|系统)取消|付款以前.*关闭交易.*',
  ],
  return: [
    '(?:order |fully )?(?:refund(?:ed)?|return(?:ed)?|reversed|charged back|chargeback)(?: (?:complete|completed|issued|received))?',
    '(?:zuruck)?erstattet|zuruckgegeben|zuruckgesandt|zuruckgesendet|retourniert',
    'remboursee?|retournee?|(?:reembols|estorn)ad[oa]|devuelt[oa]|devolvid[oa]|rimborsat[oa]|restituit[oa]|reso',
    'terugbetaald|geretourneerd|zwrocon[aeoy]|возвр.*|返金.*|返品.*|환불.*|반품.*',
    '(?:已|全额|已全额)退款|退款(?:成功|完成)|已退货|退货(?:成功|完成|退款)|.*退款成功(?:.*关闭.*)?',
  ],
  other: [
    '(?:partially |not |un)?(?:complete|completed|shipped|delivered|paid|fulfilled|authori[sz]ed|captured|confirmed|refunded)',
    'pending.*|processing|open|closed|new|on hold|holded|hold|in transit|dispatched|ready.*|awaiting.*|success|successful|succeeded|sent|received|draft|active|placed|created|invoiced|unshipped',
    'bezahlt|versen?det|versandt|abgeschlossen|offen|in bearbeitung|zugestellt|geliefert|wartend',
    'terminee?|payee?|expediee?|livree?|en cours.*|en attente.*|(?:complet|pag|envi|entreg)ad[oa]|pendiente|pendente|procesando|processando',
    '(?:complet|pag|consegn)at[oa]|spedit[oa]|in attesa|in lavorazione|betaald|verzonden|afgerond',
    '.*(?:完成|成功|发货|付款|支付|收货|签收|出库|配送|处理|退款中|部分退款|评价).*',
  ],
} as const;

export type State = keyof typeof STATUS_WORDS;

const PREFIX = '(?:wc |order status |payment status )?';

/** Returns a regular expression, valid in JavaScript and DuckDB, that matches a whole status. */
export const statusExpression = (state: State): string => `^${PREFIX}(?:${STATUS_WORDS[state].join('|')})$`;

const anyState = new RegExp(
  (['cancel', 'return', 'other'] as const).map((state) => `(?:${statusExpression(state)})`).join('|'),
  'u',
);

/** Whether a cell holds an order status. */
export function isOrderStatus(cell: string): boolean {
  const plain = cell.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase();
  return anyState.test(plain.replaceAll(/[\s_-]+/g, ' ').trim());
}

/** Returns SQL for a status in the form that the expressions match. */
export const plainStatusSql = (text: string): string =>
  `trim(regexp_replace(lower(strip_accents(${text})), '[\\s_-]+', ' ', 'g'))`;
