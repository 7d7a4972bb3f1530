import { customerNames } from '../customer-names.ts';
import { rfmTexts } from './rfm-texts.ts';

/** English texts of portraits; see `fillSlots` for the notation. */
export const en = {
  ...rfmTexts(customerNames.en.rfm),
  'stage.new': 'New customer',
  'stage.active': 'Active customer',
  'stage.atRisk': 'Customer at risk',
  'stage.lapsed': 'Lapsed customer',
  'stage.wonBack': 'Customer won back',
  'stage.none': 'Customer',
  'habit.night': 'at night (0 to 6 h)',
  'habit.morning': 'in the morning (6 to 12 h)',
  'habit.afternoon': 'in the afternoon (12 to 18 h)',
  'habit.evening': 'in the evening (18 to 24 h)',
  'habit.weekend': 'at weekends',
  'trend.rising': ', rising',
  'trend.steady': '',
  'trend.fading': ', fading',
  once: '{{who}}: bought on {{last}} only, {{silent}} {{silent|day|days}} before the end of the data{{money}}{{rfm}}.',
  customer:
    '{{who}}: bought on {{purchases}} {{purchases|day|days}} since {{first}}, the last {{silent}} {{silent|day|days}} before the end of the data{{money}}{{rfm}}.',
  money: ', {{spent}} spent',
  rfm: '; {{name}} (RFM {{r}}-{{f}}-{{m}})',
  visitor:
    '{{events}} {{events|event|events}}{{sessions}} without a purchase, the last {{days}} {{days|day|days}} before the end of the data.',
  undated: '{{events}} {{events|event|events}}{{sessions}}.',
  sessions: ' in {{count}} {{count|session|sessions}}',
  interest:
    'Interested in {{name}}: at least {{low}} times as frequent as among all users ({{share}} of the events{{trend}}).',
  habit: 'Active {{when}}: {{share}} of the events, {{overall}} among all users.',
  price: 'The prices paid exceed, on average, {{percentile}} of those paid in the same categories.',
  expected:
    'Still buys with a probability of {{active}}; {{purchases}} purchases expected in {{weeks}} {{weeks|week|weeks}} ({{low}} to {{high}}); the next one, if any, between {{from}} and {{to}} (80% interval).',
};
export type PortraitText = keyof typeof en;
