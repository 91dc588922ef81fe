/** Why a weights file cannot be used. The message is one line for the operator. */
export class WeightsError extends Error {
  readonly code: 'missing' | 'not-weights' | 'version' | 'truncated' | 'checksum' | 'header' | 'shapes' | 'values';
  constructor(code: WeightsError['code'], message: string, cause?: unknown) {
    super(`weights: ${message}`, { cause });
    this.name = 'WeightsError';
    this.code = code;
  }
}
