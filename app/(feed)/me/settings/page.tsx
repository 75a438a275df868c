import type { Metadata } from "next";
import { ProfileForm } from "#components/members/profile-form.tsx";
import { requireActor } from "#lib/auth/actor.ts";
import { getProfile } from "#lib/members/profile/queries.ts";

export const metadata: Metadata = { title: "How you appear" };

export default async function ProfilePage() {
  const { profile, workplace } = await getProfile(await requireActor());
  return (
    <div className="mx-auto grid max-w-xl gap-8">
      <h1 className="text-4xl leading-tight sm:text-5xl">How you appear</h1>
      <ProfileForm profile={profile} workplace={workplace} />
    </div>
  );
}
