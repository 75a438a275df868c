import { Button } from "#components/ui/button.tsx";

export type Refusal = { title: string; why: string };

type RefusalsProps = { refusals: Refusal[]; onRead: () => void };

/** The stories that a change of many did not touch, each with its reason. */
export function Refusals({ refusals, onRead }: RefusalsProps) {
  if (refusals.length === 0) return null;
  return (
    <section role="status" className="grid gap-2 border-l-2 border-danger pl-4 text-sm">
      <h2 className="text-lg leading-6">Left as they were</h2>
      <ul className="grid max-h-64 gap-1 overflow-y-auto">
        {refusals.map(({ title, why }) => (
          <li key={title + why}>
            <span className="font-medium">{title}</span>: {why}
          </li>
        ))}
      </ul>
      <Button variant="link" className="justify-self-start" onClick={onRead}>
        All right
      </Button>
    </section>
  );
}
