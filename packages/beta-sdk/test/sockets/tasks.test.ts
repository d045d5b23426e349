// F09, F10 once more, with requests that travel over real sockets.
process.env.SAILKIT_TRANSPORT = "sockets";
await import("../tasks/tasks.test.ts");
