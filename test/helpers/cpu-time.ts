/** How much of the processor work took: unlike the clock, it does not grow when the machine is busy with something else. */

/** Starts to count. The function returned says how many seconds of processor time this process used since. */
export function cpuSeconds(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}
