/** Reads the clock. Passed in, so that tests move time by hand. */
export type Now = () => Date;
