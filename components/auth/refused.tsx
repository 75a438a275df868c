import Link from "next/link";
import { Door } from "#components/auth/door.tsx";

export function Refused({ title, text }: { title: string; text: string }) {
  return (
    <Door title={title}>
      <p className="text-ink">{text}</p>
      <p>
        <Link href="/sign-in" className="text-accent underline">
          Back to sign in
        </Link>
      </p>
    </Door>
  );
}
