"use client";

import { Plus } from "lucide-react";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { toast } from "sonner";
import { useCall } from "#components/layout/use-call.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogHeader,
  DialogTitle,
  DialogTrigger,
} from "#components/ui/dialog.tsx";
import { Field } from "#components/ui/field.tsx";
import { Input } from "#components/ui/input.tsx";
import { addSourceAction, findFeedsAction } from "#lib/sources/actions.ts";
import type { FoundFeeds, SourceChoices } from "#lib/sources/schemas.ts";
import { FoundFeedList } from "./found-feed-list.tsx";
import { sayOutcome } from "./say-outcome.ts";
import { SourceForm } from "./source-form.tsx";

/** First the address, then which of the feeds there, then what becomes of its items. */
export function AddSource({ choices }: { choices: SourceChoices }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Dialog open={isOpen} onOpenChange={setOpen}>
      <DialogTrigger asChild>
        <Button variant="primary">
          <Plus aria-hidden />
          Add a source
        </Button>
      </DialogTrigger>
      <DialogContent className="grid-cols-1">
        <DialogHeader>
          <DialogTitle>Add a source</DialogTitle>
          <DialogDescription>A site’s address is enough: Herald looks for its feed.</DialogDescription>
        </DialogHeader>
        <Steps choices={choices} onDone={() => setOpen(false)} />
      </DialogContent>
    </Dialog>
  );
}

function Steps({ choices, onDone }: { choices: SourceChoices; onDone: () => void }) {
  const router = useRouter();
  const [address, setAddress] = useState("");
  const [found, setFound] = useState<FoundFeeds | null>(null);
  const [feedUrl, setFeedUrl] = useState("");
  const find = useCall(findFeedsAction);
  const feed = found?.feeds.find((each) => each.feedUrl === feedUrl);

  const look = (event: FormEvent) => {
    event.preventDefault();
    setFound(null);
    void find.call({ address }, (data) => {
      setFound(data);
      setFeedUrl(data.feeds.find(({ knownAs }) => !knownAs)?.feedUrl ?? "");
    });
  };

  return (
    <div className="grid grid-cols-1 gap-6">
      <form onSubmit={look} className="grid gap-3">
        <Field label="Address of a site or a feed" error={find.errorOf("address")}>
          {(control) => (
            <div className="flex gap-2">
              <Input
                {...control}
                autoFocus
                type="text"
                inputMode="url"
                autoCapitalize="none"
                placeholder="blog.example.com"
                value={address}
                onChange={(event) => setAddress(event.target.value)}
              />
              <Button
                type="submit"
                variant={found?.feeds.length ? "secondary" : "primary"}
                pending={find.isPending}
              >
                {find.isPending ? "Looking" : "Look"}
              </Button>
            </div>
          )}
        </Field>
        <Alert message={find.message ?? found?.refusal ?? null} />
      </form>
      {found && found.feeds.length > 0 ? (
        <FoundFeedList feeds={found.feeds} chosenUrl={feedUrl} onChoose={setFeedUrl} />
      ) : null}
      {feed && !feed.knownAs ? (
        <SourceForm
          key={feed.feedUrl}
          first={{ ...newSource, name: feed.title, language: feed.language ?? "en" }}
          choices={choices}
          act={(settings) => addSourceAction({ ...settings, feedUrl: feed.feedUrl })}
          onDone={(outcome, { name }) => {
            toast(sayOutcome(name, outcome));
            router.refresh();
            onDone();
          }}
        >
          {(isPending) => (
            <DialogFooter>
              <Button type="submit" variant="primary" pending={isPending}>
                Add this source
              </Button>
            </DialogFooter>
          )}
        </SourceForm>
      ) : null}
    </div>
  );
}

const newSource = { mode: "propose" as const, dailyCap: 5, everyMinutes: 60, topicIds: [] };
