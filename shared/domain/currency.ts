/** Whether a text is the code of a currency in ISO 4217, such as CNY. */
export const isCurrency = (code: string): boolean => Intl.supportedValuesOf('currency').includes(code);
