// The least that Next can do for a request: what Herald's pages are measured against.
export const dynamic = "force-dynamic";

export default function EmptyPage() {
  return null;
}
