import type { Metadata } from "next";
import { ImportPage } from "#components/stories/import/import-page.tsx";

export const metadata: Metadata = { title: "Import stories" };

export default function ImportStoriesPage() {
  return <ImportPage />;
}
