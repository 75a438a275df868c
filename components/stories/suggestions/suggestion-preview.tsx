import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import { imageAddress } from "#lib/stories/image-sizes.ts";
import type { LinkPreview } from "#lib/stories/preview/schemas.ts";

type SuggestionPreviewProps = {
  preview: LinkPreview | undefined;
  isPending: boolean;
  title: string;
  onTitle: (title: string) => void;
  /** The page could not be read, so the title has to come from the person. */
  isTitleAsked: boolean;
  error: string | undefined;
};

/** What the link leads to, as it will look in the library. */
export function SuggestionPreview({
  preview,
  isPending,
  title,
  onTitle,
  isTitleAsked,
  error,
}: SuggestionPreviewProps) {
  if (isPending)
    return (
      <div className="flex gap-4">
        <span className="sr-only">Reading the page.</span>
        <Skeleton className="aspect-[3/2] w-32 shrink-0" />
        <div className="grid flex-1 content-start gap-2">
          <Skeleton className="h-5 w-4/5" />
          <Skeleton className="h-4 w-2/5" />
        </div>
      </div>
    );
  if (!preview && !isTitleAsked && !error) return null;
  return (
    <div className="grid gap-4">
      {preview ? (
        <div className="flex gap-4 border-y border-line py-4">
          {preview.imageId ? (
            <img
              src={imageAddress(preview.imageId, "w320")}
              alt={preview.imageAlt}
              className="aspect-[3/2] w-28 shrink-0 self-start rounded-md bg-wash object-cover sm:w-36"
            />
          ) : null}
          <div className="grid min-w-0 content-start gap-1">
            <p className="text-sm text-quiet">{preview.siteName}</p>
            <p dir="auto" className="font-serif text-xl leading-6">
              {title}
            </p>
            <p dir="auto" className="line-clamp-3 text-sm leading-5 text-quiet">
              {preview.summary}
            </p>
          </div>
        </div>
      ) : null}
      {preview?.duplicate ? (
        <p className="border-l-2 border-accent pl-3">
          {preview.duplicate.title
            ? "This page is a story here already. You may be just in time to share it."
            : "A colleague was faster: this page is already with the comms team or in the library."}
        </p>
      ) : null}
      {isTitleAsked || error ? (
        <Field label="Title" error={error}>
          {(control) => (
            <Input
              {...control}
              dir="auto"
              maxLength={200}
              value={title}
              onChange={(event) => onTitle(event.target.value)}
            />
          )}
        </Field>
      ) : null}
    </div>
  );
}
