/** A zone as people know it: "Amsterdam (GMT+1)", as it is at that moment. */
export function sayZone(timeZone: string, at: Date): string {
  const city = (timeZone.split("/").at(-1) ?? timeZone).replaceAll("_", " ");
  const parts = new Intl.DateTimeFormat("en-GB", { timeZone, timeZoneName: "shortOffset" }).formatToParts(at);
  const offset = parts.find(({ type }) => type === "timeZoneName")?.value ?? "GMT";
  return city === "UTC" ? city : `${city} (${offset})`;
}
