/** Fills the months without behaviour, from the first month to the last, with 0. Months are `YYYY-MM`, ascending. */
export function allMonths(months: readonly string[], counts: Int32Array): { month: string; events: number }[] {
  const countByMonth = new Map(months.map((month, i) => [month, counts[i] ?? 0]));
  const last = months.at(-1);
  const filledMonths: { month: string; events: number }[] = [];
  for (let month = months[0]; month !== undefined && last !== undefined && month <= last; month = nextMonth(month)) {
    filledMonths.push({ month, events: countByMonth.get(month) ?? 0 });
  }
  return filledMonths;
}

function nextMonth(month: string): string {
  const [year = 0, number = 0] = month.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
