/** A name that every file system takes; what it cannot hold is left out. */
export function fileName(name: string, ending: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
  return `campaign${plain ? `-${plain.slice(0, 60)}` : ""}.${ending}`;
}
