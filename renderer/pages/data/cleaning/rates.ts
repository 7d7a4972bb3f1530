const RATE = /^\s*([a-z]{3})\s*[=:\s]\s*(\d+(?:[.,]\d+)?)\s*$/i;

/** Parses exchange rates such as `USD = 7.1`; skips invalid entries. */
export function parseRates(texts: readonly string[]): Record<string, number> {
  const rates: Record<string, number> = {};
  for (const text of texts) {
    const [, code, amount] = RATE.exec(text) ?? [];
    const rate = Number(amount?.replace(',', '.'));
    if (code && rate > 0) rates[code.toUpperCase()] = rate;
  }
  return rates;
}

export function formatRates(rates: Readonly<Record<string, number>>): string[] {
  return Object.entries(rates).map(([code, rate]) => `${code} = ${rate}`);
}
