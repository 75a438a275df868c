import { findViolations } from "./find-violations.ts";

const { modules, violations } = await findViolations(process.cwd());

for (const { rule, path } of violations) console.error(`${rule}: ${path.join(" → ")}`);
console.log(`${modules} modules, ${violations.length} boundary violations`);
process.exitCode = violations.length === 0 ? 0 : 1;
