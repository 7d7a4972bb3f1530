import type { TFunction } from 'i18next';
import type { Remedy } from '../../../../shared/contract/examine.ts';
import { type Cleaning, PrivacyChoice } from '../../../../shared/domain/cleaning.ts';
import { type Field, fields } from '../../../../shared/domain/mapping.ts';
import type { Format } from '../../../base/format.ts';
import { encodingText } from '../report/source-text.ts';

/** Returns the button label of a remedy: a short phrase for each change, joined by “·”. */
export function remedyText(t: TFunction, format: Format, { file = {}, cleaning = {} }: Remedy): string {
  return [...fileChangeTexts(t, file), ...cleaningChangeTexts(t, format, cleaning)].join(' · ');
}

const fieldNames = (t: TFunction, names: readonly Field[]) =>
  names.map((field) => t(`data.fields.${field}`)).join(', ');

function fileChangeTexts(t: TFunction, file: NonNullable<Remedy['file']>): string[] {
  const { repeats, sessionsAsUsers, zone, encoding, preset, inner, mapping, key, privacy = {} } = file;
  const texts: string[] = readingTexts(t, file);
  if (repeats)
    texts.push(t(repeats === 'drop' ? 'data.doctor.remedies.repeatsDrop' : 'data.doctor.remedies.repeatsKeep'));
  if (sessionsAsUsers) texts.push(t('data.doctor.remedies.sessionsAsUsers'));
  if (zone) texts.push(t('data.doctor.remedies.zone', { zone }));
  if (encoding) texts.push(t('data.doctor.remedies.encoding', { encoding: encodingText(encoding) }));
  if (preset) texts.push(t('data.doctor.remedies.preset', { preset }));
  if (inner) texts.push(t('data.doctor.remedies.inner', { inner }));
  if (key) texts.push(t('data.doctor.remedies.key', { fields: fieldNames(t, key) }));
  if (typeof mapping === 'object') {
    for (const field of fields) {
      const source = mapping[field];
      if (source && !mapping.attributes)
        texts.push(t('data.doctor.remedies.mapping', { field: t(`data.fields.${field}`), source }));
    }
    if (mapping.attributes) texts.push(t('data.doctor.remedies.attributes'));
  }
  for (const choice of PrivacyChoice.options) {
    const columns = Object.keys(privacy).filter((name) => privacy[name] === choice);
    if (columns.length > 0) texts.push(t(privacyKeys[choice], { columns: columns.join(', ') }));
  }
  return texts;
}

/** Texts of the answers on how cells are read. */
function readingTexts(t: TFunction, { decimal, dates, discount, nothing = {} }: NonNullable<Remedy['file']>): string[] {
  const texts: string[] = [];
  if (decimal)
    texts.push(t(decimal === 'point' ? 'data.doctor.remedies.decimalPoint' : 'data.doctor.remedies.decimalComma'));
  if (dates) texts.push(t('data.doctor.remedies.dates', { order: t(`data.doctor.dayOrders.${dates}`) }));
  if (discount) texts.push(t('data.doctor.remedies.discount', { kind: t(`data.doctor.discountKinds.${discount}`) }));
  for (const field of fields) {
    const answer = nothing[field];
    if (!answer) continue;
    const key =
      answer === 'missing' ? 'data.doctor.remedies.placeholderMissing' : 'data.doctor.remedies.placeholderKeep';
    texts.push(t(key, { field: t(`data.fields.${field}`) }));
  }
  return texts;
}

const privacyKeys = {
  drop: 'data.doctor.remedies.privacyDrop',
  hash: 'data.doctor.remedies.privacyHash',
  keep: 'data.doctor.remedies.privacyKeep',
} as const;

function cleaningChangeTexts(t: TFunction, format: Format, cleaning: Cleaning): string[] {
  const { text, currency, times, prices, clip, internal, bots, nearRepeats, core, sessions } = cleaning;
  const formatPrice = (value: number) => format.number(value, Number.isInteger(value) ? 0 : 2);
  const formatDay = (iso: string) => format.day(Date.parse(iso), 'UTC');
  const { perMinute, perDay } = bots ?? {};
  return [
    text && t('data.doctor.remedies.text'),
    currency && t('data.doctor.remedies.currency', { to: currency.to }),
    times?.from && t('data.doctor.remedies.timesFrom', { when: formatDay(times.from) }),
    times?.to && t('data.doctor.remedies.timesTo', { when: formatDay(times.to) }),
    prices?.min !== undefined && t('data.doctor.remedies.pricesMin', { price: formatPrice(prices.min) }),
    prices?.max !== undefined && t('data.doctor.remedies.pricesMax', { price: formatPrice(prices.max) }),
    clip && t('data.doctor.remedies.clip', { share: format.percent(clip.quantile) }),
    internal && t('data.doctor.remedies.internal'),
    perMinute !== undefined && t('data.doctor.remedies.perMinute', { count: perMinute }),
    perDay !== undefined && t('data.doctor.remedies.perDay', { count: perDay }),
    nearRepeats && t('data.doctor.remedies.nearRepeats', { seconds: nearRepeats.seconds }),
    core?.user !== undefined && t('data.doctor.remedies.coreUser', { count: core.user }),
    core?.item !== undefined && t('data.doctor.remedies.coreItem', { count: core.item }),
    sessions && t('data.doctor.remedies.sessions', { minutes: sessions.idleMinutes }),
  ].flatMap((changeText) => changeText || []);
}
