import { Button } from "#components/ui/button.tsx";
import { Door } from "./door.tsx";
import { DoorMessage } from "./door-message.tsx";

export function ConfirmLink({ link }: { link: { email: string; action: string } | null }) {
  if (!link)
    return (
      <DoorMessage
        title="This link is not whole."
        text="Copy all of it from the mail, or ask for a new one."
      />
    );
  return (
    <Door title="One more click.">
      <p className="text-lg leading-7 text-quiet">
        You are about to sign in as <strong className="font-medium text-ink">{link.email}</strong>.
      </p>
      <form method="post" action={`/api/auth/${link.action}`}>
        <Button type="submit" variant="primary" size="lg">
          Sign in
        </Button>
      </form>
    </Door>
  );
}
