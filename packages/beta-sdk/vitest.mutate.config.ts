import { mergeConfig } from "vitest/config";
import config from "./vitest.config.ts";

// What starts processes, servers or long loops would take hours, once for every mutant.
export default mergeConfig(config, {
  test: {
    exclude: [
      "test/readme.test.ts",
      "test/docs/**",
      "test/install/**",
      "test/filters/many-values.test.ts",
      "test/sockets/**",
      "test/soak/**",
      "test/call/sockets.test.ts",
      "test/auth/oidc.test.ts",
      "test/sandbox/**",
    ],
  },
});
