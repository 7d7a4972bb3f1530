/** Removes the separators within a telephone number. */
export const digitsOfTelephone = (text: string): string =>
  text
    .replace(/^tel:/i, '')
    .replace(/\(0\)/, '')
    .replaceAll(/[\s()./–-]/gu, '');

/** Whether a text is a telephone number with a country code, which distinguishes it from other numbers. */
export const isInternational = (text: string): boolean =>
  /^\+[1-9]\d{7,14}$/.test(digitsOfTelephone(text)) && !/^\+?\d+\.\d{1,2}$/.test(text);

export const isChineseMobile = (text: string): boolean =>
  /^(?:(?:\+|00)?86)?1[3-9]\d{9}$/.test(digitsOfTelephone(text));

/** Whether a text is a telephone number with an area code and at least one separator. */
export const isNational = (text: string): boolean =>
  /^(?:\(\d{3}\)\s?|\d{3}[-. ])\d{3}[-. ]\d{4}$/.test(text) ||
  (/^\(?0\d{1,5}\)?[\s/-]+\d[\d\s/-]{3,10}\d$/.test(text) && /^0\d{7,12}$/.test(digitsOfTelephone(text)));
