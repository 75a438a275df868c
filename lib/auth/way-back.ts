/** An address that next-auth can keep in a cookie. */
const longest = 3_000;

/** Where to go after signing in: the page that was asked for, without what would not fit, the longest value first. */
export function wayBack(path: string): string {
  const address = URL.parse(path, "http://herald.invalid");
  if (address?.host !== "herald.invalid") return "/";
  // Next asks for parts of a page under an address of its own.
  address.searchParams.delete("_rsc");
  const said = () => address.pathname + address.search;
  while (said().length > longest) {
    const [last] = [...address.searchParams].sort(([, one], [, other]) => other.length - one.length);
    if (!last) return "/";
    address.searchParams.delete(last[0]);
  }
  return said();
}
