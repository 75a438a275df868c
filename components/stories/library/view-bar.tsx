"use client";

import Link from "next/link";
import { useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogHeader,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { changeViewAction, removeViewAction, saveViewAction } from "#lib/stories/views/actions.ts";
import type { StoryView } from "#lib/stories/views/schemas.ts";

type ViewBarProps = { views: StoryView[]; search: string };

/** The member's own ways to look at the table, and keeping the present one. */
export function ViewBar({ views, search }: ViewBarProps) {
  const [isNaming, setNaming] = useState<"new" | "old" | null>(null);
  const [lastId, setLastId] = useState<string | null>(null);
  const here = views.find((view) => view.search === search);
  const last = here ?? views.find(({ id }) => id === lastId);
  const update = useCall(changeViewAction);
  const remove = useCall(removeViewAction);
  const undo = useCall(saveViewAction);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 text-sm">
      <nav aria-label="Saved views" className="flex flex-wrap gap-x-4 gap-y-1">
        <Link href="/desk/stories" aria-current={search === "" ? "page" : undefined} className={linkClasses}>
          All stories
        </Link>
        {views.map((view) => (
          <Link
            key={view.id}
            href={`/desk/stories?${view.search}`}
            aria-current={view.id === here?.id ? "page" : undefined}
            onClick={() => setLastId(view.id)}
            className={linkClasses}
          >
            {view.name}
          </Link>
        ))}
      </nav>
      {search && !here ? (
        <Button variant="link" onClick={() => setNaming("new")}>
          Save view
        </Button>
      ) : null}
      {!here && last && search ? (
        <Button
          variant="link"
          pending={update.isPending}
          onClick={() =>
            update.call({ viewId: last.id, search }, () => void toast(`“${last.name}” is this now.`))
          }
        >
          Update “{last.name}”
        </Button>
      ) : null}
      {here ? (
        <>
          <Button variant="link" onClick={() => setNaming("old")}>
            Rename
          </Button>
          <Button
            variant="link"
            pending={remove.isPending}
            onClick={() =>
              remove.call({ viewId: here.id }, ({ name, search }) => {
                const action = { label: "Undo", onClick: () => void undo.call({ name, search }) };
                toast(`“${name}” is deleted.`, { action });
              })
            }
          >
            Delete
          </Button>
        </>
      ) : null}
      {isNaming ? (
        <NameDialog
          view={isNaming === "old" ? here : undefined}
          search={search}
          onClose={() => setNaming(null)}
        />
      ) : null}
    </div>
  );
}

const linkClasses = "text-quiet hover:text-ink aria-[current]:font-medium aria-[current]:text-ink";

type NameDialogProps = { view: StoryView | undefined; search: string; onClose: () => void };

function NameDialog({ view, search, onClose }: NameDialogProps) {
  const save = useCall(saveViewAction);
  const rename = useCall(changeViewAction);
  const { isPending, message, errorOf } = view ? rename : save;
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent className="max-w-sm">
        <DialogHeader>
          <DialogTitle>{view ? "Rename the view" : "Save this view"}</DialogTitle>
          <DialogDescription>Your views are yours alone.</DialogDescription>
        </DialogHeader>
        <form
          className="grid gap-4"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get("name") ?? "");
            if (view) void rename.call({ viewId: view.id, name }, onClose);
            else void save.call({ name, search }, onClose);
          }}
        >
          <Field label="Name" error={errorOf("name") ?? message ?? undefined}>
            {(control) => (
              <Input {...control} name="name" maxLength={60} defaultValue={view?.name ?? ""} required />
            )}
          </Field>
          <Button type="submit" variant="primary" pending={isPending}>
            {view ? "Rename" : "Save"}
          </Button>
        </form>
      </DialogContent>
    </Dialog>
  );
}
