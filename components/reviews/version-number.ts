/** What a version is called: people count what was written, the story counts decisions, too. */
export function numberOf(versions: readonly { version: number; number: number }[], version: number): number {
  return versions.find((each) => each.version <= version)?.number ?? versions.at(-1)?.number ?? 1;
}
