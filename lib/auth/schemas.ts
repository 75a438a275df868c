import { z } from "zod";

export const switchOrganizationInput = z.strictObject({ organizationId: z.uuid() });
export type SwitchOrganizationInput = z.output<typeof switchOrganizationInput>;
