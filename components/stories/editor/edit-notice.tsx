import { Button } from "#components/ui/button.tsx";
import type { StoryDetails } from "#lib/stories/schemas.ts";
import type { Kept } from "./use-kept-form.ts";

type EditNoticeProps = { story: StoryDetails; allowsSelfApproval: boolean };

/** What saving will mean for a story that somebody has already looked at. */
export function EditNotice({ story, allowsSelfApproval }: EditNoticeProps) {
  const notice = noticeOf(story, allowsSelfApproval);
  return notice ? <p className="border-l-2 border-accent pl-3">{notice}</p> : null;
}

/** Says that what was not saved has been put back, and when that is over somebody else's newer version. */
export function KeptNotice({ kept, onDiscard }: { kept: Kept; onDiscard: () => void }) {
  return (
    <p className="flex flex-wrap items-center gap-x-3 border-l-2 border-accent pl-3">
      {kept === "outdated"
        ? "What you wrote here before was kept, but the story has been changed since. Saving replaces the newer version."
        : "What you wrote here before was kept."}
      <Button variant="link" onClick={onDiscard}>
        Start over
      </Button>
    </p>
  );
}

function noticeOf({ state }: StoryDetails, allowsSelfApproval: boolean): string | null {
  if (state === "approved" && allowsSelfApproval)
    return "This story is approved. Your organization lets you change it without another review, unless it carries a topic that requires somebody’s yes.";
  if (state === "approved")
    return "This story is approved. Changing what it says, where it leads or whom it is for sends it back to review, and so does a topic that requires somebody’s yes; other topics, campaign and times do not.";
  if (state === "in_review")
    return "This story is in review. If you change it, somebody else has to decide on it.";
  if (state === "rejected") return "This story was rejected. Changing it makes it a draft again.";
  return null;
}
