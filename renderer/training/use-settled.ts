import { useDebouncedValue } from '@mantine/hooks';

const DELAY_MS = 1000;

/** Returns a value once it has not changed for a second, so that typing does not start a measurement at every key. */
export function useSettled<T>(value: T): T {
  const [settled] = useDebouncedValue(value, DELAY_MS, { leading: true });
  return settled;
}
