import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import { type Format, useFormat } from '../base/format.ts';
import { training } from '../locales/en/training.ts';
import { fieldNames } from './settings.ts';

type Value = string | number | boolean | readonly string[] | null;
type Choice = keyof typeof training.choices;
const isChoice = (name: string): name is Choice => Object.hasOwn(training.choices, name);

/** Formats a setting's value for display. */
export type SettingText = (setting: string, value: Value) => string;

/** Returns the formatter of settings for the language of the page. */
export function useSettingText(): SettingText {
  const { t } = useTranslation();
  const format = useFormat();
  return (setting, value) => {
    if (value === null) return t('terms.none');
    if (typeof value === 'boolean') return t(value ? 'training.yes' : 'training.no');
    if (typeof value === 'number') return setting === 'seed' ? String(value) : numberText(format, value);
    if (typeof value === 'string') return isChoice(value) ? t(`training.choices.${value}`) : value;
    return fieldNames
      .filter((name) => value.includes(name))
      .map((name) => t(`training.fieldNames.${name}`))
      .join(', ');
  };
}

/** Formats a number with its own decimals, at most five. */
function numberText(format: Format, value: number): string {
  return format.number(value, String(Number(value.toFixed(5))).split('.')[1]?.length ?? 0);
}

const isField = (name: string): name is keyof typeof training.fields => Object.hasOwn(training.fields, name);

/** Returns the translated name of a setting; an unknown setting is returned unchanged. */
export function settingName(t: TFunction, setting: string): string {
  return isField(setting) ? t(`training.fields.${setting}`) : setting;
}
