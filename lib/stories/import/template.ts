import { writeCsv } from "./write-csv.ts";

/** A table to begin with: every column, and a story of each kind. */
export function importTemplate(): string {
  const heading = [
    ...["kind", "title", "summary", "body", "address", "site", "language", "topics", "campaign", "audience"],
    ...["teams", "publish_at", "expires_at", "caption", "caption_linkedin", "caption_x", "caption_de"],
  ];
  const link = {
    kind: "link",
    title: "A factory that runs on rain",
    summary: "Three million litres from one old roof.",
    address: "https://www.example.com/news/rain",
    site: "Example",
    language: "en",
    caption: "I did not believe it either.",
    caption_linkedin: "What our roof taught us about water.",
    caption_x: "One roof, three million litres.",
    caption_de: "Ein Dach, drei Millionen Liter.",
  };
  const text = {
    kind: "text",
    title: "Why we repair",
    body: "The first pump came back after eleven years.",
    language: "en",
    publish_at: "2027-01-15 09:00",
    caption: "Read why.",
  };
  const row = (cells: Record<string, string>) => heading.map((name) => cells[name] ?? "");
  return writeCsv([heading, row(link), row(text)]);
}
