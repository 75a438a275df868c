import { DialogDescription, DialogHeader, DialogTitle } from "#components/ui/dialog.tsx";

export const writingHeading = "Share in your own words";

/** What the sheet is about just now. Taking the focus, the heading of a new step is read out. */
export function ComposerHeader({
  heading,
  title,
  isNew,
}: {
  heading: string;
  title: string;
  isNew?: boolean;
}) {
  return (
    <DialogHeader>
      <DialogTitle
        key={heading}
        ref={isNew ? focus : undefined}
        tabIndex={-1}
        className="text-xl outline-none sm:text-2xl"
      >
        {heading}
      </DialogTitle>
      <DialogDescription className="line-clamp-1">{title}</DialogDescription>
    </DialogHeader>
  );
}

const focus = (heading: HTMLElement | null) => heading?.focus();
