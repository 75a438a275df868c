import { sayDate } from "#lib/day.ts";
import { sayFormula } from "../../pace.ts";
import { howCounted, sayDates } from "../../say.ts";
import type { Goal, Reading } from "../schemas.ts";
import { drawChart } from "./chart.ts";
import { inks, makeSheet, type Paper, type Sheet } from "./sheet.ts";
import { drawTable } from "./table.ts";

const whole = new Intl.NumberFormat("en-GB");

/** The report of a campaign as PDF: what its page says, for those who keep files. */
export async function drawReport(reading: Reading, paper: Paper): Promise<Buffer> {
  const { campaign, figures, organizationName, computedAt } = reading;
  const sheet = makeSheet(paper, { title: campaign.name, author: organizationName, createdAt: computedAt });
  const { doc, write, skip, rule } = sheet;
  const pieces: Buffer[] = [];
  const done = new Promise<void>((resolve, reject) => {
    doc.on("data", (piece: Buffer) => pieces.push(piece));
    doc.on("end", resolve);
    doc.on("error", reject);
  });

  write(`${organizationName} · ${campaign.closing ? "Closing report" : "Report so far"}`, {
    ink: "quiet",
    size: 9.5,
  });
  skip(10);
  write(campaign.name, { face: "serif", size: 30, lineGap: 2 });
  skip(4);
  write(sayDates(campaign), { ink: "quiet", size: 11 });
  skip(12);
  if (campaign.brief) write(campaign.brief, { face: "text", size: 13, lineGap: 5 });
  skip(16);
  rule();
  skip(18);
  if (campaign.closing?.note) {
    write("In closing", { face: "serif", size: 16 });
    skip(4);
    write(campaign.closing.note, { face: "text", size: 11.5, lineGap: 4.5 });
    write(campaign.closing.byName, { ink: "quiet", size: 9.5 });
    skip(18);
  }
  drawGoals(sheet, reading.goals, sayDate(campaign.endsOn));
  if (figures.taking) drawTaking(sheet, figures.taking, figures.reportedShares);
  else
    write(
      "Fewer than five people have taken part. Shares, days, networks and stories are told from five on, so that nobody’s own results can be read here.",
      { ink: "quiet" },
    );
  skip(18);
  drawChart(sheet, figures.days);
  if (figures.networks) drawTable(sheet, "By network", "Network", figures.networks);
  const alone = figures.stories.flatMap(({ title, figures }) =>
    figures ? [{ name: title, ...figures }] : [],
  );
  const others = figures.otherStories
    ? [{ ...figures.otherStories, name: `${figures.otherStories.count} other, together` }]
    : [];
  if (alone.length > 0)
    drawTable(sheet, "By story", "Story", [
      ...alone.sort((one, other) => other.clicks - one.clicks),
      ...others,
    ]);
  drawOrigin(sheet, reading);
  numberPages(sheet, campaign.name);
  doc.end();
  await done;
  return Buffer.concat(pieces);
}

function drawGoals({ doc, left, width, write, keep, skip }: Sheet, goals: Goal[], lastDay: string): void {
  keep(110);
  const column = width / goals.length;
  const top = doc.y;
  let bottom = top;
  goals.forEach((goal, index) => {
    const x = left + index * column;
    const at = { x, width: column - 18 };
    doc.y = top;
    write(`${goal.what} · ${goal.grade}`, { ...at, face: "bold", size: 9.5, ink: goal.grade });
    skip(2);
    write(goal.done === null ? "under 5 people" : whole.format(goal.done), {
      ...at,
      face: "serif",
      size: goal.done === null ? 14 : 28,
      lineGap: 0,
    });
    if (goal.goal > 0) write(`of ${whole.format(goal.goal)}`, { ...at, ink: "quiet", size: 9.5 });
    if (goal.goal > 0 && goal.done !== null) {
      const long = column - 24;
      doc.roundedRect(x, doc.y + 3, long, 5, 2.5).fill(inks.wash);
      const part = Math.min(goal.done / goal.goal, 1);
      if (part > 0) doc.roundedRect(x, doc.y + 3, Math.max(long * part, 5), 5, 2.5).fill(inks[goal.grade]);
      skip(15);
    }
    if (goal.pace) {
      write(`At this pace about ${whole.format(goal.pace.expected)} by ${lastDay}`, { ...at, size: 9 });
      write(`modelled: ${sayFormula(goal.pace)}`, { ...at, size: 8, ink: "modelled" });
    }
    bottom = Math.max(bottom, doc.y);
  });
  doc.y = bottom;
  skip(14);
}

function drawTaking(
  { write }: Sheet,
  { shares, people }: { shares: number; people: number },
  reported: number | null,
) {
  const rest = reported
    ? ` Of these, a network confirmed ${whole.format(reported)} (reported); the others are what members said (attested).`
    : "";
  write(`${whole.format(shares)} shares by ${whole.format(people)} people.${rest}`);
}

function drawOrigin(sheet: Sheet, { campaign, computedAt, countedTo, rules, timeZone }: Reading): void {
  const { write, skip, keep } = sheet;
  const moment = new Intl.DateTimeFormat("en-GB", { dateStyle: "long", timeStyle: "short", timeZone });
  keep(150);
  write("How this was counted", { face: "serif", size: 16 });
  skip(4);
  const state = campaign.closing
    ? `${campaign.closing.byName} closed the campaign then, and these figures do not change any more.`
    : "The campaign is open: these figures still change.";
  write(
    `Counted on ${moment.format(computedAt)} (${timeZone}), by rules ${rules}: facts from ${sayDate(campaign.startsOn)} up to ${sayDate(countedTo)}. ${state}`,
    { size: 9, ink: "quiet" },
  );
  for (const rule of howCounted(rules)) {
    skip(5);
    write(rule, { size: 9, ink: "quiet" });
  }
  if (sheet.isAllSet()) return;
  skip(5);
  write(
    "What stands in [brackets] is in letters that this file’s fonts do not have. It is whole on the report’s page, which a browser prints.",
    { size: 9, ink: "quiet" },
  );
}

/** When all is drawn, for only then is it known how many there are. */
function numberPages({ doc, left, width, write }: Sheet, name: string): void {
  const { start, count } = doc.bufferedPageRange();
  for (let page = 0; page < count; page++) {
    doc.switchToPage(start + page);
    // Below the margin, where text would begin a page of its own.
    doc.page.margins.bottom = 0;
    doc.y = doc.page.height - 40;
    const short = name.length > 60 ? `${name.slice(0, 59)}…` : name;
    write(short, { x: left, width: width - 80, size: 8, ink: "quiet" });
    doc.y = doc.page.height - 40;
    write(`${page + 1} of ${count}`, {
      x: left + width - 70,
      width: 70,
      align: "right",
      size: 8,
      ink: "quiet",
    });
  }
}
