// A value import; what only types need is gone when the code runs.
const atRunTime = { dependencyTypesNot: ["type-only", "type-import"] };
const tests = "\\.test\\.tsx?$";
const boundaryFiles = "(queries|mutations|actions|schemas|policy|query-options)\\.ts$";

/** @type {import("dependency-cruiser").IConfiguration} */
export default {
  forbidden: [
    {
      name: "no-cycles",
      severity: "error",
      from: {},
      to: { circular: true, viaOnly: atRunTime },
    },
    {
      name: "components-below-app",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "^app/" },
    },
    {
      name: "lib-below-components",
      severity: "error",
      from: { path: "^lib/" },
      to: { path: "^(app|components)/" },
    },
    {
      name: "db-below-lib",
      comment: "db/ may ask for the settings, the time and the errors; these three import nothing of db/.",
      severity: "error",
      from: { path: "^db/", pathNot: tests },
      to: { path: "^(app|components|lib)/", pathNot: "^lib/(env|errors|clock)\\.ts$" },
    },
    {
      name: "db-through-queries-and-mutations",
      comment:
        "The names of states and roles (db/enums.ts), newId (db/columns.ts), the lock on a folder and a connection of one's own, which know no table, are for everybody in lib/.",
      severity: "error",
      from: {
        path: "^lib/",
        pathNot: `(queries|mutations)\\.ts$|^lib/(auth|jobs|test|commands)/|^lib/health\\.ts$|${tests}`,
      },
      to: { path: "^db/", pathNot: "^db/(enums|columns|folder-lock|own-connection)\\.ts$", ...atRunTime },
    },
    {
      name: "no-db-in-app-or-components",
      severity: "error",
      from: { path: "^(app|components)/", pathNot: tests },
      to: { path: "^db/" },
    },
    {
      name: "ui-knows-no-noun",
      severity: "error",
      from: { path: "^components/ui/" },
      to: { path: "^(components/(?!ui/)|lib/(?!cn\\.ts$))" },
    },
    {
      name: "components-get-dtos",
      comment: "A page reads, and hands on what it read; a component writes through an action.",
      severity: "error",
      from: { path: "^components/" },
      to: { path: "(queries|mutations)\\.ts$", ...atRunTime },
    },
    {
      name: "no-writing-past-actions",
      severity: "error",
      from: { path: "^app/", pathNot: "route\\.ts$" },
      to: { path: "mutations\\.ts$" },
    },
    {
      name: "own-internals",
      comment:
        "A sub-noun (lib/stories/captions/) shows other nouns its boundary files only. What only tests use has none.",
      severity: "error",
      from: { path: "^lib/([^/]+)/", pathNot: "^lib/(test|commands)/" },
      to: { path: "^lib/([^/]+)/[^/]+/", pathNot: `^lib/($1|test)/|${boundaryFiles}`, ...atRunTime },
    },
    {
      name: "no-tests-in-the-product",
      severity: "error",
      from: { pathNot: `${tests}|^(e2e|bench|lib/test)/|^(vitest|playwright)\\.config\\.ts$` },
      to: { path: `${tests}|^(e2e|bench|lib/test)/` },
    },
    {
      name: "no-commands-in-the-product",
      severity: "error",
      from: { pathNot: "^(lib/commands|e2e|bench)/" },
      to: { path: "^lib/commands/" },
    },
    {
      name: "no-development-packages-in-the-product",
      severity: "error",
      from: { path: "^(app|components|lib|db)/|^server\\.ts$", pathNot: `${tests}|^lib/(test|commands)/` },
      to: { dependencyTypes: ["npm-dev"], ...atRunTime },
    },
    {
      name: "everything-resolves",
      severity: "error",
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    // With TypeScript 7 alone, dependency-cruiser sees no module at all and finds nothing wrong.
    parser: "swc",
    tsPreCompilationDeps: true,
    doNotFollow: { path: "node_modules" },
    exclude: { path: "\\.css$|^bench/(empty-page|bare-redirect)/" },
    enhancedResolveOptions: {
      exportsFields: ["exports"],
      conditionNames: ["import", "require", "node", "default", "types"],
      extensions: [".ts", ".tsx", ".mjs", ".js", ".json"],
    },
  },
};
