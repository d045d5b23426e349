import "../src/node/main.ts";
