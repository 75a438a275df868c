/** What went wrong, in a sentence, where the person is looking. */
export function Alert({ message }: { message: string | null }) {
  return message ? (
    <p role="alert" className="rounded-md border border-danger/35 px-3 py-2 text-sm leading-5 text-danger">
      {message}
    </p>
  ) : null;
}
