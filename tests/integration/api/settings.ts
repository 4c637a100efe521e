// The public API as it runs, with a limit that a test can reach and an address for each who asks.
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET = "a secret of the tests of the public API and of nothing else";
process.env.API_REQUESTS_PER_MINUTE = "100";
process.env.TRUST_PROXY = "1";
