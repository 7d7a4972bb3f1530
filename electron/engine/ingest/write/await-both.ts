/**
 * Waits for both promises to settle and only then rethrows an error (that of `a` first), so that neither continues
 * unobserved.
 */
export async function awaitBoth<A, B>(a: A | Promise<A>, b: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([a, b]);
  return Promise.all([a, b]);
}
