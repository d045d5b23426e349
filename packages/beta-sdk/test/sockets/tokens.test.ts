// A01 to A14 once more, with requests that travel over real sockets.
process.env.SAILKIT_TRANSPORT = "sockets";
await import("../auth/tokens.test.ts");
