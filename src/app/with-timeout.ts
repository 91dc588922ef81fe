/** Limits how long a promise is waited for: resolves with `fallback` after the timeout. What comes or fails later is ignored. */
export function withTimeout<Value, Otherwise>(
  milliseconds: number,
  work: Promise<Value>,
  fallback: Otherwise,
): Promise<Value | Otherwise> {
  const { promise: timeout, resolve } = Promise.withResolvers<Otherwise>();
  const deadline = setTimeout(() => resolve(fallback), milliseconds);
  return Promise.race([work, timeout]).finally(() => clearTimeout(deadline));
}
