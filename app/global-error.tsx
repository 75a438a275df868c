"use client";

import { FailurePage } from "#components/layout/failure-page.tsx";
import "./globals.css";

export default function GlobalErrorPage(props: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <main>
          <FailurePage {...props} />
        </main>
      </body>
    </html>
  );
}
