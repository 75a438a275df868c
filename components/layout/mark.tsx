/** Herald's banner. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg aria-hidden="true" viewBox="0 0 20 24" className={className} fill="currentColor">
      <path d="M2 1h16v21.5l-8-6-8 6z" />
    </svg>
  );
}
