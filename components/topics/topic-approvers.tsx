"use client";

import { useState } from "react";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { CheckboxField } from "#components/ui/checkbox-field.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { setApproversAction } from "#lib/topics/approvers/actions.ts";
import type { TopicWithApprovers } from "#lib/topics/approvers/schemas.ts";

type Person = { id: string; name: string };
type TopicApproversProps = { topics: TopicWithApprovers[]; people: Person[] };

/** Whose yes a topic requires: legal for finance, the works council for pay. */
export function TopicApprovers({ topics, people }: TopicApproversProps) {
  const [chosen, setChosen] = useState<TopicWithApprovers | null>(null);
  if (topics.length === 0) return null;
  return (
    <section aria-labelledby="approvers" className="grid gap-3">
      <h2 id="approvers" className="text-2xl leading-tight">
        Approvers
      </h2>
      <p className="text-sm text-quiet">
        A story about a topic with approvers goes out only once one of them has said yes.
      </p>
      <ul className="border-t border-line">
        {topics.map((topic) => (
          <li key={topic.id} className="flex min-h-11 items-center gap-3 border-b border-line py-1">
            <span className="mr-auto grid min-w-0">
              <span className="truncate">{topic.name}</span>
              {topic.approvers.length > 0 ? (
                <span className="text-sm text-quiet">{sayApprovers(topic)}</span>
              ) : null}
            </span>
            <Button size="sm" variant="ghost" onClick={() => setChosen(topic)}>
              {topic.approvers.length > 0 ? "Change" : "Choose"}
              <span className="sr-only"> approvers of {topic.name}</span>
            </Button>
          </li>
        ))}
      </ul>
      {chosen ? <ApproversDialog topic={chosen} people={people} onClose={() => setChosen(null)} /> : null}
    </section>
  );
}

const sayApprovers = ({ approvers }: TopicWithApprovers): string =>
  approvers.map(({ name, isActive }) => (isActive ? name : `${name} (not here any more)`)).join(", ");

const shownAtMost = 50;

function ApproversDialog({
  topic,
  people,
  onClose,
}: {
  topic: TopicWithApprovers;
  people: Person[];
  onClose: () => void;
}) {
  const before = topic.approvers.filter(({ isActive }) => isActive).map(({ id }) => id);
  const [ids, setIds] = useState(before);
  const [search, setSearch] = useState("");
  const saving = useCall(setApproversAction);
  const found = people.filter(({ name }) => name.toLowerCase().includes(search.trim().toLowerCase()));
  // Who is chosen already stands on top, so that nobody has to be looked for to be taken away.
  const first = found.filter(({ id }) => before.includes(id));
  const shown = [...first, ...found.filter(({ id }) => !before.includes(id))].slice(0, shownAtMost);
  const toggle = (id: string, isOn: boolean) =>
    setIds(isOn ? [...ids, id] : ids.filter((each) => each !== id));
  return (
    <Dialog open onOpenChange={(isOpen) => isOpen || saving.isPending || onClose()}>
      <DialogContent className="max-w-md">
        <DialogHeader>
          <DialogTitle>Approvers of {topic.name}</DialogTitle>
          <DialogDescription>One of them has to say yes. They need no other role.</DialogDescription>
        </DialogHeader>
        <Input
          type="search"
          aria-label="Find people"
          placeholder="Find people"
          value={search}
          onChange={(event) => setSearch(event.target.value)}
        />
        <div className="grid max-h-72 content-start gap-2 overflow-y-auto p-1">
          {shown.map(({ id, name }) => (
            <CheckboxField
              key={id}
              label={name}
              checked={ids.includes(id)}
              onChange={(event) => toggle(id, event.target.checked)}
            />
          ))}
          {found.length > shown.length ? (
            <p className="text-sm text-quiet">{found.length - shown.length} more. Type a name.</p>
          ) : null}
          {found.length === 0 ? <p className="text-sm text-quiet">Nobody is called that.</p> : null}
        </div>
        <Alert message={saving.message ?? saving.errorOf("memberIds") ?? null} />
        <DialogFooter>
          <Button
            variant="primary"
            pending={saving.isPending}
            onClick={() => void saving.call({ topicId: topic.id, memberIds: ids }, onClose)}
          >
            Save approvers
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
