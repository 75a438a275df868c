import { and, asc, count, desc, eq, gt, lte } from "drizzle-orm";
import type { Executor } from "#db/client.ts";
import { members } from "#db/schema/members.ts";
import { storyVersions } from "#db/schema/stories.ts";
import type { Actor } from "#lib/auth/actor.ts";
import { readStory } from "../queries.ts";
import { type StoryVersion, type VersionContent, versionContent } from "./schemas.ts";

/** As many versions as a list offers; whoever looks further back compares with the oldest of these. */
const most = 100;

/** The newest versions of a story's content, newest first; one, as it stands, where none was recorded yet. */
export async function listVersions(
  executor: Executor,
  actor: Actor,
  storyId: string,
): Promise<StoryVersion[]> {
  const rows = await executor
    .select({
      version: storyVersions.version,
      memberName: members.name,
      createdAt: storyVersions.createdAt,
    })
    .from(storyVersions)
    .leftJoin(
      members,
      and(eq(members.organizationId, storyVersions.organizationId), eq(members.id, storyVersions.memberId)),
    )
    .where(ofStory(actor, storyId))
    .orderBy(desc(storyVersions.version))
    .limit(most);
  if (rows.length === 0) {
    const story = await readStory(executor, actor, storyId);
    return [{ number: 1, version: 1, memberName: story.authorName, createdAt: story.updatedAt }];
  }
  const total = rows.length < most ? rows.length : await countVersions(executor, actor, storyId);
  return rows.map((row, index) => ({ ...row, number: total - index }));
}

export async function hasVersions(executor: Executor, actor: Actor, storyId: string): Promise<boolean> {
  return (await countVersions(executor, actor, storyId)) > 0;
}

/** The version of the story's content that stands now. */
export async function findContentVersion(executor: Executor, actor: Actor, storyId: string): Promise<number> {
  const [newest] = await executor
    .select({ version: storyVersions.version })
    .from(storyVersions)
    .where(ofStory(actor, storyId))
    .orderBy(desc(storyVersions.version))
    .limit(1);
  return newest?.version ?? 1;
}

/** What a story said at that version; before the first that was recorded, what it said then. */
export async function getContentAt(
  executor: Executor,
  actor: Actor,
  storyId: string,
  version: number,
): Promise<VersionContent> {
  const rowOf = (where: ReturnType<typeof and>, order: ReturnType<typeof asc>) =>
    executor
      .select({ content: storyVersions.content })
      .from(storyVersions)
      .where(where)
      .orderBy(order)
      .limit(1);
  const own = ofStory(actor, storyId);
  const [at] = await rowOf(and(own, lte(storyVersions.version, version)), desc(storyVersions.version));
  const [row = null] = at ? [at] : await rowOf(own, asc(storyVersions.version));
  return versionContent.parse(row ? row.content : await readStory(executor, actor, storyId));
}

export type WrittenVersion = { version: number; memberId: string | null; content: VersionContent };

/** Every version after that one with what it says, oldest first. */
export async function listWritten(
  executor: Executor,
  actor: Actor,
  storyId: string,
  after: number,
): Promise<WrittenVersion[]> {
  const rows = await executor
    .select({
      version: storyVersions.version,
      memberId: storyVersions.memberId,
      content: storyVersions.content,
    })
    .from(storyVersions)
    .where(and(ofStory(actor, storyId), gt(storyVersions.version, after)))
    .orderBy(asc(storyVersions.version));
  return rows.map(({ content, ...row }) => ({ ...row, content: versionContent.parse(content) }));
}

async function countVersions(executor: Executor, actor: Actor, storyId: string): Promise<number> {
  const [found] = await executor
    .select({ count: count() })
    .from(storyVersions)
    .where(ofStory(actor, storyId));
  return found?.count ?? 0;
}

const ofStory = (actor: Actor, storyId: string) =>
  and(eq(storyVersions.organizationId, actor.organizationId), eq(storyVersions.storyId, storyId));
