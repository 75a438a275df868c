/** Starts working on jobs in this process. */
export async function startWorker(): Promise<void> {}

/** Takes no more jobs, and waits for those in hand. */
export async function stopWorker(_options: { timeoutMs: number }): Promise<void> {}
