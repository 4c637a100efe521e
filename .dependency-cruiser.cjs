/** Which way imports may run: architecture of the house, see README. */
const layer = (name, from, forbidden, comment) => ({
  name,
  severity: "error",
  comment,
  from: { path: from },
  to: { path: forbidden },
});

module.exports = {
  forbidden: [
    { name: "no-cycles", severity: "error", from: {}, to: { circular: true } },
    layer(
      "domain-is-pure",
      "^app/domain/",
      "^(app/(?!domain/)|db/|node_modules/(?!zod/))",
      "domain imports domain and zod only",
    ),
    layer(
      "services-know-no-web",
      "^app/services/",
      "^(app/(routes|components|http|i18n)/|node_modules/(@remix-run|react|react-dom|drizzle-orm)/)",
      "services → queries, domain, platform",
    ),
    layer(
      "platform-is-the-outside",
      "^app/platform/",
      "^app/(routes|components|http|services|jobs)/",
      "platform knows no service and no page",
    ),
    layer(
      "components-do-no-io",
      "^app/components/",
      "^(app/(routes|services|platform|jobs|http)/|db/)",
      "components → domain, i18n",
    ),
    layer(
      "i18n-is-text",
      "^app/i18n/",
      "^(app/(routes|services|platform|jobs|http|components)/|db/)",
      "texts know no noun's code but its domain",
    ),
    {
      name: "routes-are-thin",
      severity: "error",
      comment: "a route never imports db/, drizzle, jobs or another route",
      from: { path: "^app/routes/" },
      to: { path: "^(db/|app/(jobs|routes)/|node_modules/(drizzle-orm|postgres)/)" },
    },
    layer(
      "queries-know-domain-only",
      "^db/queries/",
      "^app/(?!domain/|platform/)",
      "queries → schema, domain",
    ),
    layer("schema-knows-domain-only", "^db/schema/", "^(app/(?!domain/)|db/(?!schema/))", "schema → domain"),
    {
      name: "no-orphans-in-production",
      severity: "error",
      from: { path: "^(app|db)/", pathNot: "^(app/routes/)" },
      to: { path: "^tests/" },
    },
    { name: "resolvable", severity: "error", from: {}, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: "node_modules" },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: "tsconfig.json" },
    webpackConfig: { fileName: ".dependency-cruiser-resolve.cjs" },
    enhancedResolveOptions: {
      extensions: [".ts", ".tsx", ".js", ".css", ".json"],
      exportsFields: ["exports"],
      conditionNames: ["import", "node", "types", "default"],
    },
  },
};
