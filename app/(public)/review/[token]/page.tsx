import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { OutsideReviewPage } from "#components/reviews/outside/outside-review-page.tsx";
import { clock } from "#lib/clock.ts";
import { orNotFound } from "#lib/or-not-found.ts";
import { getOutsideReview } from "#lib/reviews/outside/queries.ts";
import { outsideToken } from "#lib/reviews/outside/schemas.ts";

export const metadata: Metadata = {
  title: "Review",
  description: "A story that is not out yet.",
  robots: { index: false, follow: false },
  referrer: "no-referrer",
};

export default async function ReviewPage({ params }: PageProps<"/review/[token]">) {
  const { data } = outsideToken.safeParse(await params);
  if (!data) notFound();
  const review = await orNotFound(getOutsideReview(data.token));

  return <OutsideReviewPage token={data.token} review={review} now={clock.now()} />;
}
