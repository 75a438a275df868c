import { PlainPage } from "#components/layout/plain-page.tsx";

export default function ReviewGone() {
  return (
    <main>
      <PlainPage title="This link opens nothing any more">
        <p>It has ended or was taken back. Whoever sent it to you can send another.</p>
      </PlainPage>
    </main>
  );
}
