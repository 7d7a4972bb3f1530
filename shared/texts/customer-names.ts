import type { LifeStage } from '../domain/life-stage.ts';
import type { RfmName } from '../domain/rfm.ts';

interface CustomerNames {
  readonly stages: Readonly<Record<LifeStage, string>>;
  /** The eleven names by RFM. */
  readonly rfm: Readonly<Record<RfmName, string>>;
}

/** Names of life stages and RFM groups, by language. */
export const customerNames: Readonly<Record<'en' | 'zh', CustomerNames>> = {
  en: {
    stages: { new: 'New', active: 'Active', atRisk: 'At risk', lapsed: 'Lapsed', wonBack: 'Won back' },
    rfm: {
      champion: 'Champion',
      cannotLose: 'Cannot lose',
      atRisk: 'At risk',
      new: 'New',
      promising: 'Promising',
      needsAttention: 'Needs attention',
      potentialLoyalist: 'Potential loyalist',
      loyal: 'Loyal',
      aboutToSleep: 'About to sleep',
      lost: 'Lost',
      hibernating: 'Hibernating',
    },
  },
  zh: {
    stages: { new: '新客', active: '活跃', atRisk: '有流失风险', lapsed: '已流失', wonBack: '已挽回' },
    rfm: {
      champion: '重要价值客户',
      cannotLose: '不可流失客户',
      atRisk: '流失风险客户',
      new: '新客户',
      promising: '有前景客户',
      needsAttention: '需要关注客户',
      potentialLoyalist: '潜在忠诚客户',
      loyal: '忠诚客户',
      aboutToSleep: '即将沉睡客户',
      lost: '已流失客户',
      hibernating: '休眠客户',
    },
  },
};
