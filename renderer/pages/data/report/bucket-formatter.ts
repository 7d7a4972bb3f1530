import type { QualityReport } from '../../../../shared/contract/import-report.ts';

export type Bucket = NonNullable<QualityReport['time']>['bucket'];

const FORMATS: Readonly<Record<Bucket, Intl.DateTimeFormatOptions>> = {
  hour: { dateStyle: 'medium', timeStyle: 'short' },
  day: { dateStyle: 'medium' },
  week: { dateStyle: 'medium' },
  month: { year: 'numeric', month: 'short' },
  year: { year: 'numeric' },
};

/** Returns a formatter of times with the precision of a bucket, in the zone in which they were counted. */
export function bucketFormatter(language: string, bucket: Bucket, zone: string): (time: number) => string {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const format = new Intl.DateTimeFormat(locale, { ...FORMATS[bucket], timeZone: zone });
  return (time) => format.format(time);
}
