import type { QualityReport } from '../../../../shared/contract/import-report.ts';

export type Bucket = NonNullable<QualityReport['time']>['bucket'];

const FORMATS: Readonly<Record<Bucket, Intl.DateTimeFormatOptions>> = {
  hour: { dateStyle: 'medium', timeStyle: 'short' },
  day: { dateStyle: 'medium' },
  week: { dateStyle: 'medium' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

/** Writes moments as exactly as buckets of a width need, in UTC, which buckets are cut in. */
export function bucketText(language: string, bucket: Bucket): (time: number) => string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { ...FORMATS[bucket], timeZone: 'UTC' });
  return (time) => format.format(time);
}
