import { customerNames } from '../customer-names.ts';
import type { PortraitText } from './en.ts';
import { rfmTexts } from './rfm-texts.ts';

/** Chinese texts of portraits. */
export const zh: Readonly<Record<PortraitText, string>> = {
  ...rfmTexts(customerNames.zh.rfm),
  'stage.new': '新客',
  'stage.active': '活跃客户',
  'stage.atRisk': '有流失风险的客户',
  'stage.lapsed': '已流失客户',
  'stage.wonBack': '已挽回客户',
  'stage.none': '客户',
  'habit.night': '凌晨（0–6 点）',
  'habit.morning': '上午（6–12 点）',
  'habit.afternoon': '下午（12–18 点）',
  'habit.evening': '晚间（18–24 点）',
  'habit.weekend': '周末',
  'trend.rising': '，呈上升趋势',
  'trend.steady': '',
  'trend.fading': '，呈下降趋势',
  once: '{{who}}：仅在 {{last}}购买过，距数据截止日 {{silent}} 天{{money}}{{rfm}}。',
  customer: '{{who}}：自 {{first}}以来有 {{purchases}} 天购买，最近一次距数据截止日 {{silent}} 天{{money}}{{rfm}}。',
  money: '，消费 {{spent}}',
  rfm: '；{{name}}（RFM {{r}}-{{f}}-{{m}}）',
  visitor: '{{sessions}}{{events}} 条事件，未购买，最近一次距数据截止日 {{days}} 天。',
  undated: '{{sessions}}{{events}} 条事件。',
  sessions: '{{count}} 次会话、',
  interest: '关注{{name}}的频率至少是全部用户的 {{low}} 倍（占其事件的 {{share}}{{trend}}）。',
  habit: '{{when}}活跃：占其事件的 {{share}}，全部用户为 {{overall}}。',
  price: '所付价格平均高于同类目成交价的 {{percentile}}。',
  expected:
    '仍会购买的概率为 {{active}}；预计 {{weeks}} 周内购买 {{purchases}} 次（{{low}}–{{high}} 次），若再次购买，日期在 {{from}}至 {{to}}之间（80% 区间）。',
};
