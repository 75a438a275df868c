import { Button } from "#components/ui/button.tsx";
import { Door } from "./door.tsx";

export function DoorMessage({ title, text }: { title: string; text: string }) {
  return (
    <Door title={title}>
      <p className="text-lg leading-7 text-quiet">{text}</p>
      <Button asChild className="justify-self-start">
        <a href="/sign-in">Back to sign in</a>
      </Button>
    </Door>
  );
}
