// A01 to A14 once more, with requests that travel over real sockets.
process.env.SAILKIT_TRANSPORT = "sockets";
await import("../auth/discovery.test.ts");
await import("../auth/secrets.test.ts");
await import("../auth/token-destinations.test.ts");
await import("../auth/token-endpoint.test.ts");
await import("../auth/token-lifetimes.test.ts");
await import("../auth/token-sources.test.ts");
await import("../auth/token-stores.test.ts");
await import("../auth/tokens.test.ts");
