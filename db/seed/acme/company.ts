import { asides } from "#db/seed/acme/asides.ts";
import { audiences } from "#db/seed/acme/audiences.ts";
import { campaigns } from "#db/seed/acme/campaigns.ts";
import { guidelines } from "#db/seed/acme/guidelines.ts";
import { offices } from "#db/seed/acme/offices.ts";
import { jobFunctions, people, teams, topics } from "#db/seed/acme/people.ts";
import { pledges, thanks } from "#db/seed/acme/promises.ts";
import { sources } from "#db/seed/acme/sources.ts";
import { craftStories } from "#db/seed/acme/stories/craft.ts";
import { deskStories } from "#db/seed/acme/stories/desk.ts";
import { earlierStories } from "#db/seed/acme/stories/earlier.ts";
import { peopleStories } from "#db/seed/acme/stories/people.ts";
import { townStories } from "#db/seed/acme/stories/towns.ts";
import type { CompanySeed } from "#db/seed/types.ts";

/** Acme takes heat out of rivers, drains and data centres, and brings it to towns. */
export const acme: CompanySeed = {
  slug: "acme",
  name: "Acme",
  accentColor: "#b4402a",
  timeZone: "Europe/Amsterdam",
  country: "NL",
  disclosure: "#AcmeEmployee",
  emailDomain: "acme.test",
  sharing: 1,
  readership: 1,
  founded: 72,
  teams,
  jobFunctions,
  topics,
  approvers: [{ topic: "Policy and prices", by: "nadia" }],
  offices,
  audiences,
  campaigns,
  sources,
  guidelines,
  pledges,
  thanks,
  people,
  stories: [...townStories, ...craftStories, ...peopleStories, ...earlierStories, ...deskStories],
  asides,
};
