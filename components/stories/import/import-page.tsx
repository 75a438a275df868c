import { ArrowLeft } from "lucide-react";
import Link from "next/link";
import { buttonClasses } from "#components/ui/button.tsx";
import { ImportForm } from "./import-form.tsx";

export function ImportPage() {
  return (
    <div className="grid grid-cols-1 gap-8">
      <header className="grid gap-3">
        <Link
          href="/desk/stories"
          className="inline-flex items-center gap-1.5 justify-self-start text-sm text-quiet hover:text-ink"
        >
          <ArrowLeft aria-hidden className="size-4" />
          Stories
        </Link>
        <h1 className="text-3xl leading-tight">Import stories</h1>
        <p className="max-w-measure text-quiet">
          A table with a row for each story and its captions, as CSV. First you see what would become of each
          row; nothing is written before you say so. Pictures are not fetched: add them to the drafts.
        </p>
        <a
          href="/api/import-template"
          download
          className={buttonClasses("secondary", "sm", "justify-self-start")}
        >
          Download a template
        </a>
      </header>
      <ImportForm />
    </div>
  );
}
