/**
 * The Remix settings. `vite.config.ts` hands them to the plugin: Vite never reads this file by itself.
 * Every v3 flag is on, so that the way to React Router 7 is a codemod (docs/decisions/001).
 * @type {import("@remix-run/dev").VitePluginConfig}
 */
export default {
  ignoredRouteFiles: ["**/*"],
  serverModuleFormat: "esm",
  future: {
    v3_fetcherPersist: true,
    v3_lazyRouteDiscovery: true,
    v3_relativeSplatPath: true,
    v3_routeConfig: true,
    v3_singleFetch: true,
    v3_throwAbortReason: true,
  },
};
