/** Lets whoever waits for an answer be heard before the work goes on. */
export const pause = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
