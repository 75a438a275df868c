import { checks, passes } from "./checks.mjs";
import { install } from "./install.mjs";
import { command } from "./steps.mjs";

await command(async () => {
  await install();
  let failed = 0;
  for (const check of checks) if (!(await passes(check))) failed += 1;
  return failed === 0 ? 0 : 1;
});
