const campaignParameters = /^(utm_\w+|fbclid|gclid|mc_[ce]id)$/;

/** The form in which two addresses of the same page are equal: no fragment, no campaign parameters, no `www.`. */
export function comparableAddress(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()])
    if (campaignParameters.test(name)) url.searchParams.delete(name);
  url.searchParams.sort();
  const host = url.host.replace(/^www\./, "");
  return `${host}${url.pathname.replace(/\/+$/, "")}${url.search}`;
}
