/** English sentences about all customers; see `fillSlots` for the notation. */
export const en = {
  none: 'No user has made a purchase up to {{until}}.',
  undated: 'No purchase has a date.',
  size: '{{customers}} of {{users}} users have made a purchase up to {{until}}{{money}}.',
  sizeMoney: ': net revenue {{net}} ({{gross}} before returns)',
  bestMoney:
    '{{champions}} {{champions|champion|champions}} ({{share}} of the customers) {{champions|accounts|account}} for {{money}} of the net revenue; the top decile of customers accounts for {{decile}}.',
  topDecile: 'The top decile of customers accounts for {{decile}} of the net revenue.',
  best: '{{champions}} {{champions|customer is a champion|customers are champions}} ({{share}}): recent and frequent purchases.',
  leaving:
    '{{atRisk}} {{atRisk|customer|customers}} ({{share}}) {{atRisk|is|are}} at risk{{money}}: no purchase for more than {{late}} days, within which four of five customers return. {{lapsed}} {{lapsed|has|have}} lapsed.',
  leavingMoney: ', with {{net}} of net revenue',
  changed: '{{from}} to {{to}}: {{figures}}.',
  changedBeside: '{{from}} to {{to}} (in brackets: {{before}} to {{until}}): {{figures}}.',
  beside: '{{now}} ({{before}})',
  listed: ', ',
  buyers: '{{value}} bought',
  newCustomers: '{{value}} of them for the first time',
  wonBack: '{{value}} won back',
  lapsed: '{{value}} lapsed',
  net: 'net revenue {{value}}',
  forecast:
    '{{expected}} of the current customers are expected to buy within {{weeks}} {{weeks|week|weeks}} (95 % interval {{low}} to {{high}}).',
};
export type BaseText = keyof typeof en;
