// The least that a short link can be in Next: it knows no link and keeps no click.
export const dynamic = "force-dynamic";

export function GET() {
  return new Response(null, { status: 302, headers: { Location: "https://acme.test/news" } });
}
