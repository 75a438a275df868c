"use client";

import { Bookmark, Copy } from "lucide-react";
import { useEffect, useRef } from "react";
import { toast } from "sonner";
import { Button, buttonClasses } from "#components/ui/button.tsx";
import { bookmarklet } from "#lib/stories/suggestions/bookmarklet.ts";

/** Two ways to suggest the page that one is reading: a bookmark to drag, and the extension. */
export function SuggestFromAnywhere({ address }: { address: string }) {
  const link = useRef<HTMLAnchorElement>(null);
  const code = bookmarklet(address);
  // React renders no address that is a script. This one runs on other people's pages, never on ours.
  useEffect(() => link.current?.setAttribute("href", code), [code]);
  const copy = () =>
    navigator.clipboard.writeText(code).then(
      () => toast("Copied. Add a bookmark, and paste this as its address"),
      () => toast.error("Your browser did not let us copy. Drag the button instead"),
    );

  return (
    <details className="border-y border-line py-4">
      <summary className="w-fit cursor-pointer font-medium">Suggest from the page you are reading</summary>
      <div className="mt-4 grid gap-3">
        <p className="text-quiet">
          Drag this to your bookmarks bar. On any page it opens a small window with the page’s address, its
          title and what you have selected. Nothing is sent until you say so there.
        </p>
        <div className="flex flex-wrap items-center gap-2.5">
          <a
            ref={link}
            href={`${address}/suggest`}
            className={buttonClasses("secondary", "sm", "cursor-grab")}
            onClick={(event) => {
              event.preventDefault();
              toast("Drag it to your bookmarks bar, or use the copy button");
            }}
          >
            <Bookmark aria-hidden />
            Suggest to colleagues
          </a>
          <Button size="sm" onClick={() => void copy()}>
            <Copy aria-hidden />
            Copy it instead
          </Button>
        </div>
        <p className="text-sm text-quiet">
          There is a browser extension too, with a button and a line in the page’s menu: whoever runs Herald
          finds it in the folder <code>extension</code>, and docs/extension.md says how to install it.
        </p>
      </div>
    </details>
  );
}
