import type { RfmName } from '../../domain/rfm.ts';

type RfmTexts = Readonly<Record<`rfm.${RfmName}`, string>>;

/** The names of RFM groups as texts `rfm.…` of a portrait. */
export function rfmTexts(names: Readonly<Record<RfmName, string>>): RfmTexts {
  return Object.fromEntries(Object.entries(names).map(([name, text]) => [`rfm.${name}`, text])) as RfmTexts;
}
