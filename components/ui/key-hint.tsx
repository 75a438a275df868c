/** The key that does the same as the button it stands in. Hidden on touch screens, and from screen readers. */
export function KeyHint({ children }: { children: string }) {
  return (
    <kbd
      aria-hidden
      className="hidden min-w-5 rounded-sm border border-current/30 px-1 text-center font-sans text-xs leading-4.5 pointer-fine:inline-block"
    >
      {children}
    </kbd>
  );
}
