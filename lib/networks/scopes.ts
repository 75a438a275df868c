/** Networks write granted scopes with commas or spaces between them, and sometimes encoded as in an address. */
export function readScopes(text: string): string[] {
  const scopes = decoded(text).split(/[\s,+]+/);
  return [...new Set(scopes.filter(Boolean))];
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
