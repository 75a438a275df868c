import { z } from "zod";
import { sayDate } from "#lib/day.ts";
import { networkIds, networks } from "#lib/networks/networks.ts";
import { sayReason } from "#lib/shares/sentences.ts";

/** What a notice says, and where it leads: a path in Herald and the words on the way there. */
export type NoticeWords = { title: string; body: string; href: string; label: string };

const network = z.enum(networkIds);
const day = z.iso.date();
const ofShare = z.object({ network, shareId: z.uuid() });

const ofStory = z.object({ storyId: z.uuid(), title: z.string() });

const kind = <Data extends z.ZodType>(data: Data, say: (data: z.output<Data>) => NoticeWords) => ({
  data,
  say: (stored: unknown) => say(data.parse(stored)),
});

/** Every kind of notice: what is kept of it, and its words. */
export const noticeKinds = {
  "connection.expiring": kind(z.object({ network, endsOn: day }), ({ network, endsOn }) => ({
    title: `Your ${networks[network].name} account is connected until ${sayDate(endsOn)}`,
    body: `${networks[network].name} asks for your consent again now and then. Give it before that day and nothing stops.`,
    ...toConnections,
    label: "Connect again",
  })),
  "connection.ended": kind(
    z.object({ network, reason: z.enum(["expired", "revoked", "scope_missing"]) }),
    ({ network, reason }) => ({
      title: `Herald cannot publish to your ${networks[network].name} account any more`,
      body: endings[reason](networks[network].name),
      ...toConnections,
      label: "Connect again",
    }),
  ),
  "network.blocked": kind(
    z.object({
      network,
      reason: z.enum(["version", "credits", "product", "credentials"]),
      /** Herald's own words; the network's stand on the page that this leads to. */
      note: z.string().optional(),
    }),
    ({ network, reason, note = "" }) => ({
      title: `${networks[network].name} refuses Herald itself`,
      body: `${blocks[reason]} Nobody's account was disconnected; what was due waits. ${note}`.trim(),
      href: "/admin/networks",
      label: "See the networks",
    }),
  ),
  "network.no_figures": kind(
    z.object({ network, reason: z.enum(["version", "credits", "product", "credentials"]) }),
    ({ network, reason }) => ({
      title: `${networks[network].name} gives Herald no figures`,
      body: `${blocks[reason]} Members' accounts stay connected, and Herald asks again every day.`,
      href: "/admin/networks",
      label: "See the networks",
    }),
  ),
  "review.requested": kind(ofStory.extend({ topicName: z.string() }), ({ storyId, title, topicName }) => ({
    title: `“${title}” waits for your yes`,
    body: `It is about ${topicName}, so it goes live only when somebody who can speak for that says yes.`,
    ...toReview(storyId),
  })),
  "review.due": kind(
    ofStory.extend({ due: z.string(), isOverdue: z.boolean() }),
    ({ storyId, title, due, isOverdue }) => ({
      title: isOverdue ? `A decision on “${title}” is overdue` : `A decision on “${title}” is wanted soon`,
      body: isOverdue ? `It was wanted by ${due}.` : `It is wanted by ${due}.`,
      ...toReview(storyId),
    }),
  ),
  "review.decided": kind(
    ofStory.extend({ decision: z.enum(["approved", "changes_requested", "rejected"]), reason: z.string() }),
    ({ storyId, title, decision, reason }) => ({
      title: `“${title}” ${outcomes[decision]}`,
      body: reason ? `“${reason}”` : "",
      ...toReview(storyId),
    }),
  ),
  "review.comment": kind(
    ofStory.extend({ byName: z.string(), excerpt: z.string() }),
    ({ storyId, title, byName, excerpt }) => ({
      title: `${byName} wrote about “${title}”`,
      body: `“${excerpt}”`,
      ...toReview(storyId),
      label: "Read and answer",
    }),
  ),
  "review.outside": kind(
    ofStory.extend({ name: z.string(), verdict: z.enum(["fine", "wants_changes"]), reason: z.string() }),
    ({ storyId, title, name, verdict, reason }) => ({
      title: verdict === "fine" ? `${name} finds “${title}” fine` : `${name} wants changes to “${title}”`,
      body: reason ? `“${reason}”` : "They looked at it from outside. The decision is still yours.",
      ...toReview(storyId),
    }),
  ),
  "suggestion.decided": kind(
    ofStory.extend({
      decision: z.enum(["approved", "changes_requested", "rejected"]),
      /** The reason, or the line of thanks. */
      words: z.string(),
      /** When an approved one goes live, if that is later. */
      liveOn: day.nullable(),
    }),
    ({ storyId, title, decision, words, liveOn }) => ({
      title: sayOutcome(title, decision, liveOn),
      body: words
        ? `“${words}”`
        : decision === "approved"
          ? "Thank you for the idea. It carries your name."
          : "",
      ...(decision === "approved" && !liveOn
        ? { href: `/stories/${storyId}`, label: "See the story" }
        : { href: "/suggest", label: "See your suggestions" }),
    }),
  ),
  "member.previewed": kind(z.object({ byName: z.string() }), ({ byName }) => ({
    title: `${byName} looked at the feed as you see it`,
    body: "That is how the desk checks whom a story reaches. What you shared or clicked was not shown.",
    href: "/",
    label: "See your feed",
  })),
  "share.published": kind(ofShare, ({ network, shareId }) => ({
    title: `Your post is on ${networks[network].name}`,
    body: "It left when you wanted it to. Who follows its link shows on its page.",
    ...toShare(shareId),
  })),
  "share.failed": kind(ofShare.extend({ reason: z.string() }), ({ network, reason, shareId }) => ({
    title: `Your post did not go to ${networks[network].name}`,
    body: sayReason({ state: "failed", network, reason }) ?? "",
    ...toShare(shareId),
  })),
  "share.unknown": kind(ofShare, ({ network, shareId }) => ({
    title: `Your post may be on ${networks[network].name}`,
    body: `It left, and no clear answer came back. ${networks[network].connecting?.unknown.advice ?? ""}`.trim(),
    ...toShare(shareId),
  })),
  "pledge.offered": kind(z.object({ pledgeId: z.uuid(), note: z.string() }), ({ pledgeId, note }) => ({
    title: "A colleague asks you to take over a promise",
    body: note ? `“${note}” It becomes yours only if you say yes.` : "It becomes yours only if you say yes.",
    ...toPledge(pledgeId),
  })),
  "pledge.promised": kind(z.object({ pledgeId: z.uuid(), title: z.string() }), ({ pledgeId, title }) => ({
    title: "A colleague promised something that you depend on",
    body: `${title}.`,
    ...toPledge(pledgeId),
  })),
  "pledge.released": kind(z.object({ pledgeId: z.uuid(), reason: z.string() }), ({ pledgeId, reason }) => ({
    title: "A promise that you depend on was given back",
    body: `“${reason}”`,
    ...toPledge(pledgeId),
  })),
  "pledge.answered": kind(
    z.object({ pledgeId: z.uuid(), accepted: z.boolean() }),
    ({ pledgeId, accepted }) => ({
      title: accepted
        ? "Your promise is in a colleague’s hands"
        : "Your colleague cannot take your promise over",
      body: accepted
        ? "What you shared for it counts on."
        : "It is still yours. You can offer it to somebody else.",
      ...(accepted ? { href: "/pledges", label: "See your promises" } : toPledge(pledgeId)),
    }),
  ),
  "pledge.reminder": kind(
    z.object({ pledgeId: z.uuid(), done: z.number(), asked: z.number(), endsOn: day }),
    ({ pledgeId, done, asked, endsOn }) => ({
      title: `Your promise: ${done} of ${asked} so far`,
      body: `It ends on ${sayDate(endsOn)}. You chose to be reminded today; you can change that.`,
      ...toPledge(pledgeId),
    }),
  ),
  "pledge.settled": kind(
    z.object({ pledgeId: z.uuid(), title: z.string(), outcome: z.enum(["kept", "missed", "rested"]) }),
    ({ pledgeId, title, outcome }) => ({
      title: settlements[outcome],
      body: `${title}.`,
      ...toPledge(pledgeId),
    }),
  ),
  "badge.earned": kind(z.object({ name: z.string() }), ({ name }) => ({
    title: `You earned a badge: ${name}`,
    body: "It is on your page, where only you see it.",
    ...toRecognition,
  })),
  "thanks.given": kind(z.object({ byName: z.string(), note: z.string() }), ({ byName, note }) => ({
    title: `${byName} thanks you`,
    body: `“${note}”`,
    ...toRecognition,
  })),
  "score.corrected": kind(z.object({ points: z.number(), reason: z.string() }), ({ points, reason }) => ({
    title: points > 0 ? `You were given ${points} points` : `${-points} of your points were taken`,
    body: `An admin corrected your points: “${reason}”`,
    href: "/me#points",
    label: "See your points",
  })),
  "source.failing": kind(
    z.object({ sourceId: z.uuid(), name: z.string(), reason: z.string() }),
    ({ name, reason }) => ({
      title: `${name} has brought nothing for three days`,
      body: `${reason} Herald goes on asking once a day. Give the source another address, pause it, or remove it.`,
      href: "/desk/sources",
      label: "See the sources",
    }),
  ),
} as const;

export type NoticeKind = keyof typeof noticeKinds;
export type NoticeData<Kind extends NoticeKind> = z.input<(typeof noticeKinds)[Kind]["data"]>;

/** What a stored notice says; null for one of a kind, or with data, that this version of Herald does not know. */
export function sayNotice(stored: { kind: string; data: unknown }): NoticeWords | null {
  if (!Object.hasOwn(noticeKinds, stored.kind)) return null;
  try {
    return noticeKinds[stored.kind as NoticeKind].say(stored.data);
  } catch {
    return null;
  }
}

const toReview = (storyId: string) => ({ href: `/reviews/${storyId}`, label: "See the story" });

function sayOutcome(title: string, decision: keyof typeof outcomes, liveOn: string | null): string {
  if (decision === "changes_requested") return `Your idea “${title}” is being reworked`;
  if (decision === "rejected") return `Your idea “${title}” was declined this time`;
  return liveOn ? `Your idea “${title}” goes live on ${sayDate(liveOn)}` : `Your idea “${title}” is live`;
}

const outcomes = {
  approved: "was approved",
  changes_requested: "came back with a wish for changes",
  rejected: "was rejected",
};

const toShare = (id: string) => ({ href: `/shares/${id}`, label: "See your share" });

const toRecognition = { href: "/me#recognition", label: "See it on your page" };

const toPledge = (id: string) => ({ href: `/pledges/${id}`, label: "See the promise" });

const settlements = {
  kept: "A promise was kept",
  missed: "A promise was not kept this time",
  rested: "A promise rested all the time, and is released",
};

const toConnections = { href: "/me/connections" };

const endings = {
  expired: (name: string) =>
    `The time that ${name} gave is over. Connect it again to go on; until then nothing you scheduled there leaves.`,
  revoked: (name: string) =>
    `${name} says that your consent was taken back. Until you connect it again, nothing you scheduled there leaves.`,
  scope_missing: (name: string) =>
    `${name} says that what you allowed is not enough. Connect it again and leave everything allowed; until then nothing you scheduled there leaves.`,
};

const blocks = {
  version: "The version of its interface that Herald speaks has ended: set a newer one.",
  credits: "The credits for its interface are used up: add some there.",
  product: "Herald's app there lacks a product or a permission that it needs.",
  credentials: "It does not accept Herald's app: look at its client id and secret.",
};
