/** What is asked for, or `otherwise` where it is not there in time. What comes too late, or fails then, is nobody's any more. */
export function within<Value, Otherwise>(
  milliseconds: number,
  asked: Promise<Value>,
  otherwise: Otherwise,
): Promise<Value | Otherwise> {
  const { promise, resolve } = Promise.withResolvers<Otherwise>();
  const deadline = setTimeout(() => resolve(otherwise), milliseconds);
  return Promise.race([asked, promise]).finally(() => clearTimeout(deadline));
}
