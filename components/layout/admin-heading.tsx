import Link from "next/link";

const places = [
  { href: "/admin/people", name: "People" },
  { href: "/admin/settings", name: "Settings" },
  { href: "/admin/networks", name: "Networks" },
  { href: "/admin/audit", name: "Audit" },
] as const;

type AdminHeadingProps = { title: string; here: (typeof places)[number]["href"] };

/** The name of an admin's page, and the ways to the others. */
export function AdminHeading({ title, here }: AdminHeadingProps) {
  return (
    <header className="mb-8 grid gap-4 border-b border-line">
      <h1 className="text-4xl leading-tight sm:text-5xl">{title}</h1>
      <nav aria-label="Admin" className="-mb-px flex gap-6">
        {places.map(({ href, name }) => (
          <Link
            key={href}
            href={href}
            aria-current={href === here ? "page" : undefined}
            className="border-b-2 border-transparent pt-1 pb-2.5 text-quiet hover:text-ink aria-[current]:border-accent aria-[current]:text-ink"
          >
            {name}
          </Link>
        ))}
      </nav>
    </header>
  );
}
