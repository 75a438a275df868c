/** The veil behind a dialog or a sheet. */
export const overlayClasses = "fixed inset-0 z-40 bg-black/45 data-[state=open]:animate-fade";

/** What floats over the page. */
export const floatingClasses = "rounded-md border border-line bg-raised text-ink shadow-float";

/** One line of a menu. */
export const itemClasses =
  "flex w-full cursor-default items-center gap-2.5 rounded-sm px-2.5 py-2 text-sm outline-none select-none " +
  "data-[highlighted]:bg-wash data-[disabled]:opacity-55 [&_svg]:size-4 [&_svg]:text-quiet";
