import { PlainPage } from "#components/layout/plain-page.tsx";

export default function StoryGone() {
  return (
    <main>
      <PlainPage title="This story is not here any more">
        <p>It was shared for a while, and that while is over, or part of the link was lost on the way.</p>
      </PlainPage>
    </main>
  );
}
