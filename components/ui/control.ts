/** The looks that everything to write or choose in has in common. */
export const controlClasses =
  "w-full rounded-md border border-edge bg-raised px-3 text-base text-ink sm:text-[0.9375rem] placeholder:text-quiet " +
  "transition-[border-color] duration-150 hover:border-ink/60 focus-visible:border-accent focus-visible:outline-1 " +
  "focus-visible:outline-offset-0 disabled:opacity-55 aria-invalid:border-danger aria-invalid:outline-danger";
