import { Badge } from "#components/ui/badge.tsx";

/** The mark of a network that a simulator stands in for. */
export const Simulated = () => <Badge>simulated</Badge>;

export const saySimulated = (name: string): string =>
  `${name} is simulated here; nothing reaches the real one.`;
