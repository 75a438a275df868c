"use client";

import { FailurePage } from "#components/layout/failure-page.tsx";

export default function ErrorPage(props: { error: unknown; retry: () => void }) {
  return <FailurePage {...props} />;
}
