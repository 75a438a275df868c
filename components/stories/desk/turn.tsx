"use client";

import Link from "next/link";
import { useRouter } from "next/navigation";
import { type ComponentProps, createContext, type ReactNode, use, useTransition } from "react";

type Turn = { isTurning: boolean; turnTo: (address: string) => void };

const TurnContext = createContext<Turn>({ isTurning: false, turnTo: () => {} });

/** Until the next story is on the page, the one before still is: whoever acts in between would act on the wrong one. */
export function TurnProvider({ children }: { children: ReactNode }) {
  const router = useRouter();
  const [isTurning, startTransition] = useTransition();
  const turnTo = (address: string) => startTransition(() => router.push(address, { scroll: false }));
  return <TurnContext value={{ isTurning, turnTo }}>{children}</TurnContext>;
}

export const useTurn = (): Turn => use(TurnContext);

/** A link to another story of the desk. */
export function TurnLink({ href, ...props }: Omit<ComponentProps<typeof Link>, "href"> & { href: string }) {
  const { turnTo } = useTurn();
  return (
    <Link
      {...props}
      href={href}
      prefetch={false}
      onNavigate={(event) => {
        event.preventDefault();
        turnTo(href);
      }}
    />
  );
}
