"use client";

import { Check, Pencil, X } from "lucide-react";
import { type FormEvent, useState } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import type { ActionResult } from "#lib/action.ts";
import { useCall } from "./use-call.ts";

type Named = { id: string; name: string; note?: string };

type NameListProps = {
  title: string;
  /** What one of them is called, for labels: "team". */
  noun: string;
  items: Named[];
  add: (input: { name: string }) => Promise<ActionResult<unknown>>;
  rename: (input: { id: string; name: string }) => Promise<ActionResult<unknown>>;
};

/** Things that have only a name: add one at the end, rename one in its place. */
export function NameList({ title, noun, items, add, rename }: NameListProps) {
  const [name, setName] = useState("");
  const adding = useCall(add);
  const save = (event: FormEvent) => {
    event.preventDefault();
    void adding.call({ name }, () => setName(""));
  };
  return (
    <section className="grid gap-3">
      <h2 className="text-2xl leading-tight">{title}</h2>
      <ul className="border-t border-line">
        {items.map((item) => (
          <NameRow key={item.id} item={item} noun={noun} rename={rename} />
        ))}
      </ul>
      <form onSubmit={save} className="flex gap-2">
        <Input
          aria-label={`New ${noun}`}
          placeholder={`New ${noun}`}
          required
          maxLength={60}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button type="submit" pending={adding.isPending}>
          Add
        </Button>
      </form>
      <Alert message={adding.message ?? adding.errorOf("name") ?? null} />
    </section>
  );
}

type NameRowProps = { item: Named; noun: string; rename: NameListProps["rename"] };

function NameRow({ item, noun, rename }: NameRowProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const renaming = useCall(rename);
  if (draft === null)
    return (
      <li className="flex min-h-11 items-center gap-3 border-b border-line">
        <span className="min-w-0 truncate">{item.name}</span>
        <span className="mr-auto shrink-0 text-sm text-quiet tabular">{item.note}</span>
        <Button
          variant="ghost"
          size="icon"
          aria-label={`Rename ${item.name}`}
          onClick={() => setDraft(item.name)}
        >
          <Pencil aria-hidden />
        </Button>
      </li>
    );

  const save = (event: FormEvent) => {
    event.preventDefault();
    void renaming.call({ id: item.id, name: draft }, () => setDraft(null));
  };
  return (
    <li className="grid gap-2 border-b border-line py-1">
      <form onSubmit={save} className="flex gap-1">
        <Input
          aria-label={`Name of the ${noun} ${item.name}`}
          required
          maxLength={60}
          value={draft}
          onChange={(event) => setDraft(event.target.value)}
        />
        <Button
          type="submit"
          variant="ghost"
          size="icon"
          aria-label="Save the name"
          pending={renaming.isPending}
        >
          <Check aria-hidden />
        </Button>
        <Button variant="ghost" size="icon" aria-label="Keep the old name" onClick={() => setDraft(null)}>
          <X aria-hidden />
        </Button>
      </form>
      <Alert message={renaming.message ?? renaming.errorOf("name") ?? null} />
    </li>
  );
}
