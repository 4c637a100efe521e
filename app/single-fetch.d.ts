import "@remix-run/server-runtime";

// Loaders and actions answer with their values as they are (remix.config.js): useLoaderData's types follow this.
declare module "@remix-run/server-runtime" {
  interface Future {
    v3_singleFetch: true;
  }
}
