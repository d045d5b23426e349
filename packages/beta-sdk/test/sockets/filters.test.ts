// F01 to F06 once more, with requests that travel over real sockets.
process.env.SAILKIT_TRANSPORT = "sockets";
await import("../filters/filters.test.ts");
