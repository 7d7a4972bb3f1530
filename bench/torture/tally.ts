const MAX_FAILURES = 20;

/** Counts of a trial: attacks tried and survived, and a reproduction of each failure. */
export class Tally {
  tried = 0;
  survived = 0;
  /** Reason why the trial could not run; empty if it ran. */
  skipped = '';
  readonly failures: string[] = [];
  /** Number of occurrences of each outcome, such as error codes. */
  readonly outcomes = new Map<string, number>();

  /** Counts attacks that Portrait survived. */
  pass(outcome = '', count = 1): void {
    this.tried += count;
    this.survived += count;
    this.note(outcome, count);
  }

  /** Counts an attack that lost data, crashed or was answered with INTERNAL. */
  fail(reproduction: string): void {
    this.tried++;
    if (this.failures.length < MAX_FAILURES) this.failures.push(reproduction);
  }

  note(outcome: string, count = 1): void {
    if (outcome !== '') this.outcomes.set(outcome, (this.outcomes.get(outcome) ?? 0) + count);
  }

  /** Returns the most frequent outcomes on one line. */
  summary(most = 4): string {
    if (this.skipped) return `skipped: ${this.skipped}`;
    const sorted = [...this.outcomes].sort(([, a], [, b]) => b - a).slice(0, most);
    return sorted.map(([outcome, count]) => `${outcome} ${count.toLocaleString('en')}`).join(', ');
  }
}
