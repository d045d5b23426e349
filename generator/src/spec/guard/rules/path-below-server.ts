import { isObject } from "../../json.ts";
import { own } from "../../walk/own.ts";
import type { Rule } from "../rule.ts";

/** A server that ends in `/beta` and a path that starts with it give `/beta/beta/…`, which is seldom meant. */
export const pathBelowServer: Rule = {
  id: "path-below-server",
  kinds: ["paths"],
  start: (report, { document }) => ({
    visit: ({ value }) => {
      const servers = own(document, "servers");
      const url = own(Array.isArray(servers) ? servers[0] : undefined, "url");
      const last =
        typeof url === "string" ? /^(?:https?:\/\/[^/]+)?\/(?:.*\/)?([\w.-]+)\/?$/.exec(url.trim())?.[1] : undefined;
      if (!isObject(value) || last === undefined) return;
      for (const path of Object.keys(value)) {
        if (path !== `/${last}` && !path.startsWith(`/${last}/`)) continue;
        const message = `The server's URL already ends in "/${last}", so requests go to "/${last}${path}".`;
        report({ severity: "warning", below: [path], message, hint: "Check it, and correct the path in an overlay." });
      }
    },
  }),
};
