import type { Metadata } from "next";
import { ProfileForm } from "#components/members/profile-form.tsx";
import { FollowedTopics } from "#components/topics/followed-topics.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getProfile } from "#lib/members/profile/queries.ts";
import { listFollowableTopics } from "#lib/topics/following/queries.ts";

export const metadata: Metadata = { title: "How you appear" };

export default async function ProfilePage() {
  const actor = await requireActor();
  const [{ profile, workplace }, topics] = await Promise.all([
    getProfile(actor),
    listFollowableTopics(actor),
  ]);
  return (
    <div className="mx-auto grid max-w-xl gap-8">
      <h1 className="text-4xl leading-tight sm:text-5xl">How you appear</h1>
      <ProfileForm profile={profile} workplace={workplace} />
      <FollowedTopics topics={topics} />
    </div>
  );
}
