export type TextParams = Readonly<Record<string, string | number>>;

/** Replaces each `{{name}}` of a text by the parameter of that name. */
export function fillTemplate(text: string, params: TextParams): string {
  return text.replaceAll(/\{\{(\w+)\}\}/g, (slot, name: string) => String(params[name] ?? slot));
}

/**
 * Returns the English text of a code with its parameters. If there is a `count`, the text is that of `code_one` or
 * `code_other`. The syntax is i18next's, so that the window shares these texts.
 */
export function fillText(texts: Readonly<Record<string, string>>, code: string, params: TextParams): string {
  const text = texts[code] ?? texts[`${code}_${params.count === 1 ? 'one' : 'other'}`] ?? code;
  return fillTemplate(text, params);
}
