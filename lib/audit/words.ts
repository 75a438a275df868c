/** What an audit event says somebody did; an action that has no words yet is told by its own name. */
export function sayAction(action: string): string {
  return words[action] ?? action.replace(/[._]/g, " ");
}

const words: Record<string, string> = {
  "member.invite": "invited",
  "member.remind": "mailed an invitation again to",
  "member.join": "joined",
  "member.update": "set the roles and team of",
  "member.suspend": "suspended",
  "member.restore": "restored",
  "member.sign_out_everywhere": "signed out everywhere",
  "member.update_profile": "changed the profile of",
  "session.open": "signed in",
  "session.switch": "came over from another organization",
  "organization.update": "changed the settings of",
  "team.add": "added the team",
  "team.rename": "renamed the team",
  "topic.add": "added the topic",
  "topic.rename": "renamed the topic",
  "image.add": "uploaded an image",
  "story.create": "began the story",
  "story.edit": "edited the story",
  "story.suggest": "suggested the story",
  "story.submit": "submitted the story",
  "story.approve": "approved the story",
  "story.request_changes": "asked for changes to the story",
  "story.reject": "rejected the story",
  "story.archive": "archived the story",
  "story.restore": "restored the story",
  "share.open": "opened the share sheet for",
  "share.hand_over": "went to share",
  "share.confirm": "shared",
  "share.decline": "did not share",
  "share.attest": "showed their own post of",
  "share.note_address": "noted where their share is of",
};
