import type { Company } from "#db/seed/company.ts";
import type { Rows } from "#db/seed/rows.ts";
import type { GuidelineSeed } from "#db/seed/types.ts";

const dayMs = 86_400_000;

/** A guideline that somebody at the desk wrote three weeks ago. */
export function planGuideline(rows: Rows, company: Company, guideline: GuidelineSeed, now: Date): void {
  const { organization, makeId, memberId, topicId } = company;
  const { topics, isOn, ...written } = guideline;
  const writtenAt = new Date(now.getTime() - 21 * dayMs);
  const organizationId = organization.id;
  const id = makeId(writtenAt);
  rows.guidelines.push({
    ...{
      ...written,
      organizationId,
      id,
      kind: written.rule.kind,
      createdAt: writtenAt,
      updatedAt: writtenAt,
    },
    ...{ version: 1, networks: [], countries: [] },
    enabledAt: isOn ? writtenAt : null,
    enabledById: isOn ? memberId("ines") : null,
  });
  for (const topic of topics)
    rows.guidelineTopics.push({ organizationId, guidelineId: id, topicId: topicId(topic) });
}
