import { z } from "zod";
import { networkIds } from "../networks.ts";

export const retryBlockInput = z.strictObject({ network: z.enum(networkIds) });
export type RetryBlockInput = z.output<typeof retryBlockInput>;
