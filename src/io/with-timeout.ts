/** What is asked for, or `otherwise` where it is not there in time. What comes too late, or fails then, is nobody's any more. */
export function withTimeout<Value, Otherwise>(
  milliseconds: number,
  asked: Promise<Value>,
  fallback: Otherwise,
): Promise<Value | Otherwise> {
  const { promise, resolve } = Promise.withResolvers<Otherwise>();
  const deadline = setTimeout(() => resolve(fallback), milliseconds);
  return Promise.race([asked, promise]).finally(() => clearTimeout(deadline));
}
