// The probe asks the product as it runs: React's production build, and no detail of an error in an answer.
process.env.NODE_ENV = "production";
process.env.LOG_LEVEL = "silent";
process.env.AUTH_SECRET = "a secret of the access probe and of nothing else";
process.env.MEDICAL_KEY = Buffer.alloc(32, "probe").toString("base64");
