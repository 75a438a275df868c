import { linkedinHosts } from "../network-hosts.ts";

export const postUrl = (urn: string): string => `${linkedinHosts().pages}/feed/update/${urn}/`;
