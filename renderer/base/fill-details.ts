/** Details of an error, by name. */
export type Details = Readonly<Record<string, unknown>>;

const SECTION = /\{\{([#^])(\w+)\}\}(.*?)\{\{\/\2\}\}/gs;
const PLACEHOLDER = /\{\{(\w+)(?:\|(\w+))?\}\}/g;

/** Whether a detail has a value: null, '', 0 and an empty list do not. */
const isPresent = (value: unknown) => (Array.isArray(value) ? value.length > 0 : Boolean(value));

function chooseSections(text: string, details: Details): string {
  return text.replaceAll(SECTION, (_, sign: string, name: string, body: string) =>
    isPresent(details[name]) === (sign === '#') ? chooseSections(body, details) : '',
  );
}

/**
 * Fills an error's text with its details. `{{name}}` and `{{name|format}}` stand for a detail; `{{#name}}…{{/name}}` is
 * kept if the detail is present and not empty, and `{{^name}}…{{/name}}` if it is not. Returns null if a detail that the
 * text needs is absent, which holds for errors that an earlier version recorded.
 */
export function fillDetails(
  text: string,
  details: Details,
  format: (value: unknown, format: string | undefined) => string,
): string | null {
  let complete = true;
  const filled = chooseSections(text, details).replaceAll(PLACEHOLDER, (_, name: string, formatName?: string) => {
    const value = details[name];
    complete &&= value !== undefined && value !== null;
    return format(value, formatName);
  });
  return complete ? filled : null;
}
