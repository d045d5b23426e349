// P01 to P11, B02 once more, with requests that travel over real sockets.
process.env.SAILKIT_TRANSPORT = "sockets";
await import("../paginate/pages.test.ts");
await import("../paginate/reading.test.ts");
await import("../paginate/unreliable-pages.test.ts");
