/** Asks for the organization's new clicks to be scored in about a second. A hint: a sweep each minute finds them anyway. */
export function requestScoring(_organizationId: string): void {}
