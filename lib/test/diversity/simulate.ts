import { newId } from "#db/columns.ts";
import type { MemberActor } from "#lib/auth/actor.ts";
import { clock } from "#lib/clock.ts";
import { handOverShare, openShare } from "#lib/shares/mutations.ts";
import { makeActor, makeCaption, makeLiveStory, makeOrganization, makeTeam } from "#lib/test/factories.ts";
import { Random } from "../random.ts";
import { captionTexts, planVisits, type Visit } from "./model.ts";
import type { Posted } from "./pairs.ts";

const teamSize = 20;

/** What goes out when everybody starts from a caption that is chosen so, without anybody looking at what colleagues use. */
export function simulateWithout(employees: number, seed: number, choose: "first" | "random"): Posted[] {
  const random = new Random(seed + 1);
  return planVisits(employees, seed).map(({ takesAt, write }) => {
    const offered = choose === "first" ? (captionTexts[0] ?? "") : random.pick(captionTexts);
    return { text: write(offered), at: takesAt };
  });
}

/** What goes out when Herald offers the captions: every visit opens and hands over as in the composer, in its time. */
export async function simulateGuard(employees: number, seed: number): Promise<Posted[]> {
  const realNow = clock.now;
  const liveAt = realNow().getTime();
  try {
    const { actors, story } = await makeCompany(employees);
    const posted: Posted[] = [];
    for (const { at, run } of events(planVisits(employees, seed), actors, story, posted)) {
      clock.now = () => new Date(liveAt + at * 60_000);
      await run();
    }
    return posted;
  } finally {
    clock.now = realNow;
  }
}

function events(visits: Visit[], actors: MemberActor[], story: { id: string }, posted: Posted[]) {
  return visits
    .flatMap(({ employee, opensAt, takesAt, write }) => {
      const actor = actors[employee];
      if (!actor) throw new Error(`there is no employee ${employee}`);
      let opened: Awaited<ReturnType<typeof openShare>>;
      const open = async () => {
        opened = await openShare(actor, { storyId: story.id, requestId: newId() });
      };
      const take = async () => {
        const [offered] = opened.captions;
        const text = write(offered?.text ?? "");
        const words = { network: "linkedin", text, captionId: offered?.id ?? null } as const;
        await handOverShare(actor, { shareId: opened.share.id, ...words });
        posted.push({ text, at: takesAt });
      };
      return [
        { at: opensAt, run: open },
        { at: takesAt, run: take },
      ];
    })
    .toSorted((a, b) => a.at - b.at);
}

async function makeCompany(employees: number) {
  const { id } = await makeOrganization();
  const story = await makeLiveStory(await makeActor(id, ["curator"]));
  for (const [position, text] of captionTexts.entries()) await makeCaption(story, text, { position });
  const actors: MemberActor[] = [];
  let team = await makeTeam(id);
  for (let employee = 0; employee < employees; employee += 1) {
    if (employee > 0 && employee % teamSize === 0) team = await makeTeam(id);
    actors.push(await makeActor(id, ["employee"], { teamId: team.id }));
  }
  return { actors, story };
}
