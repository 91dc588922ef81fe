/** Reads the clock, which tests move by hand. */
export type Now = () => Date;
