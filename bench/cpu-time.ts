/** Measures CPU time, which unlike elapsed time does not grow when the machine is busy with something else. */

/** Starts measuring. The returned function gives the CPU seconds of this process since then. */
export function cpuSeconds(): () => number {
  const before = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1e6;
  };
}
