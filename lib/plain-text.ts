import { z } from "zod";

/** Text that a database can keep: without NUL, half surrogates made whole, and no space around it. */
export const plainText = () =>
  z.string().overwrite((text) => text.toWellFormed().replaceAll("\0", "").trim());
