import type { ServerModel, ServerVariable } from "../../model/client-model.ts";
import { isObject, type Json } from "../json.ts";

/** The servers with an absolute http(s) URL; a relative one depends on where the spec was served from. */
export function serverModels(servers: Json | undefined): ServerModel[] {
  if (!Array.isArray(servers)) return [];
  const models = servers.filter(isObject).map((server) => ({
    url: typeof server.url === "string" ? server.url.trim().replace(/\/+$/, "") : "",
    description: typeof server.description === "string" ? server.description : "",
    variables: variables(typeof server.url === "string" ? server.url : "", server.variables),
  }));
  const absolute = models.filter(({ url }) => /^(?:https?:\/\/|\{)[^\s\\`]+$/i.test(url) && !/[?#]/.test(url));
  return absolute.filter(({ url }, index) => absolute.findIndex((other) => other.url === url) === index);
}

/** The URL of the first server, variables filled with their defaults; undefined where one has none. */
export function defaultServerUrl(servers: Json | undefined): string | undefined {
  const [server] = Array.isArray(servers) ? servers.filter(isObject) : [];
  if (typeof server?.url !== "string" || /[\s\\`]/.test(server.url)) return undefined;
  const values = new Map(variables(server.url, server.variables).map((variable) => [variable.name, variable.default]));
  const filled = server.url.replace(/\{([^{}]+)\}/g, (place, name: string) => values.get(name) ?? place);
  return filled.includes("{") || filled === "" ? undefined : filled;
}

function variables(url: string, stated: Json | undefined): ServerVariable[] {
  const places = [...new Set([...url.matchAll(/\{([^{}]+)\}/g)].map((match) => match[1] as string))];
  return places.map((name) => {
    const variable = isObject(stated) && Object.hasOwn(stated, name) && isObject(stated[name]) ? stated[name] : {};
    return {
      name,
      default: variable.default === undefined || variable.default === null ? undefined : String(variable.default),
      enum: Array.isArray(variable.enum) ? variable.enum.map(String) : [],
      description: typeof variable.description === "string" ? variable.description : "",
    };
  });
}
