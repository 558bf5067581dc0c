/** Memory of this process that is really there, buffers shared with its threads counted once. */
export function residentBytes(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage.rss();
}
