import { z } from "zod";

export const nothing = z.strictObject({});
export const switchOrganizationInput = z.strictObject({ organizationId: z.uuid() });
export type SwitchOrganizationInput = z.output<typeof switchOrganizationInput>;
