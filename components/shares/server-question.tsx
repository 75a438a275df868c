"use client";

import { useState } from "react";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import type { Network, NetworkId } from "#lib/networks/network.ts";
import { serverOrigin } from "#lib/networks/server-origin.ts";

type ServerQuestionProps = {
  asks: NonNullable<Network["asksServer"]>;
  /** Its origin, once it is named. */
  server: string | null;
  onChange: (server: string | null) => void;
};

/** Which server the person is on, asked once in a browser. */
export function ServerQuestion({ asks, server, onChange }: ServerQuestionProps) {
  const [isOpen, setOpen] = useState(server === null);
  const [typed, setTyped] = useState(server ? nameOf(server) : "");
  if (!isOpen && server)
    return (
      <p className="text-sm text-quiet">
        {nameOf(server)} ·{" "}
        <button
          type="button"
          className="underline underline-offset-4 hover:text-ink"
          onClick={() => setOpen(true)}
        >
          Another server
        </button>
      </p>
    );
  const isWrong = typed.trim() !== "" && server === null;
  return (
    <Field
      label={asks.label}
      error={isWrong && typed.includes(".") ? `Like ${asks.example}` : undefined}
      className="max-sm:w-full"
    >
      {(control) => (
        <Input
          {...control}
          inputMode="url"
          autoCapitalize="none"
          autoCorrect="off"
          spellCheck={false}
          placeholder={asks.example}
          value={typed}
          onChange={(event) => {
            setTyped(event.target.value);
            onChange(serverOrigin(event.target.value));
          }}
          className="h-9"
        />
      )}
    </Field>
  );
}

/** The server that was named last, kept in this browser. */
export function useServer(network: NetworkId): [string | null, (server: string | null) => void] {
  const [server, setServer] = useState(() => readServer(network));
  const keep = (named: string | null) => {
    setServer(named);
    keepServer(network, named);
  };
  return [server, keep];
}

function readServer(network: NetworkId): string | null {
  try {
    return serverOrigin(localStorage.getItem(keyOf(network)) ?? "");
  } catch {
    // Storage is switched off in this browser.
    return null;
  }
}

function keepServer(network: NetworkId, server: string | null): void {
  try {
    if (server) localStorage.setItem(keyOf(network), server);
    else localStorage.removeItem(keyOf(network));
  } catch {
    // Without storage it is asked again.
  }
}

const nameOf = (server: string): string => server.replace(/^https:\/\//, "");
const keyOf = (network: NetworkId): string => `herald.server.${network}`;
