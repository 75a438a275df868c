import { z } from "zod";
import { chosenNetworks } from "../schemas.ts";

export const changeNetworksInput = z.strictObject({
  storyId: z.uuid(),
  version: z.int().positive(),
  networks: chosenNetworks,
});
export type ChangeNetworksInput = z.output<typeof changeNetworksInput>;
