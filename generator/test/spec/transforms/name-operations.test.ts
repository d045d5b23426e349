import { expect, test } from "vitest";
import type { JsonObject } from "../../../src/spec/json.ts";
import { prepareSpec } from "../../../src/spec/transforms/prepare-spec.ts";

/** Prepares a spec of GET operations, by path, with these ids; an undefined one has none. */
function prepared(ids: Readonly<Record<string, string | undefined>>, schemas: JsonObject = {}) {
  const paths = Object.fromEntries(
    Object.entries(ids).map(([path, operationId]) => [
      path,
      { get: { ...(operationId && { operationId }), responses: {} } },
    ]),
  );
  const { client, findings } = prepareSpec({
    openapi: "3.0.3",
    info: {},
    paths,
    components: { schemas },
  } as JsonObject);
  const names = Object.fromEntries(client.operations.map(({ path, name }) => [path, name]));
  return {
    client,
    names,
    renamed: findings.filter(({ rule }) => rule === "operation-renamed").map(({ pointer }) => pointer),
  };
}

const cases: readonly [id: string, name: string][] = [
  ["getUser", "getUser"],
  ["User_get", "User_get"],
  ["users/list-all", "usersListAll"],
  ["GET /users", "getUsers"],
  ["List users", "listUsers"],
  ["123", "operation123"],
  ["delete", "deleteOperation"],
  ["class", "classOperation"],
  ["createClient", "createClientOperation"],
  ["then", "thenOperation"],
  ["été", "ete"],
  ["船を探す", "getX"],
  ["#!", "getX"],
];

test.each(cases)("the operation %s is called %s", (id, name) => {
  expect(prepared({ "/x": id }).names).toEqual({ "/x": name });
});

test("an operation without an id is called by its method and path", () => {
  expect(prepared({ "/": undefined, "/users/{id}/roles": undefined, "/a:b": undefined }).names).toEqual({
    "/": "getRoot",
    "/users/{id}/roles": "getUsersByIdRoles",
    "/a:b": "getAB",
  });
});

test("a legal id keeps its name whatever comes before it", () => {
  const { names, renamed } = prepared({ "/a": "get-user", "/b": "getUser", "/c": "get user" });
  expect(names).toEqual({ "/a": "getUserOperation", "/b": "getUser", "/c": "getUserOperation2" });
  expect(renamed).toEqual(["/paths/~1a/get/operationId", "/paths/~1c/get/operationId"]);
});

test("another spelling of the same words is no finding", () => {
  expect(prepared({ "/a": "users/get", "/b": "List_all users" }).renamed).toEqual([]);
});

test("types give way to schemas of their names", () => {
  const { client } = prepared({ "/a": "getUser" }, { GetUserInit: {}, GetUserResult: {}, getUser: {} });
  expect(client.schemas.map(({ name }) => name).sort()).toEqual(["GetUserInit", "GetUserResult", "getUser"]);
  expect(client.operations[0]).toMatchObject({
    name: "getUserOperation",
    initName: "GetUserOperationInit",
    resultName: "GetUserOperationResult",
  });
});

test("modules are named after tags, never after devices or other files of the package", () => {
  const tags = ["Task Management", "task-management", "CON", "schema", "../../x", "日本", "a".repeat(300)];
  const paths = Object.fromEntries(tags.map((tag, index) => [`/${index}`, { get: { tags: [tag], responses: {} } }]));
  const { client } = prepareSpec({ openapi: "3.0.3", info: {}, paths } as JsonObject);
  const slugs = Object.fromEntries(client.tags.map(({ name, slug }) => [name, slug]));
  expect(slugs).toEqual({
    "../../x": "x",
    CON: "con-api",
    "Task Management": "task-management",
    [tags[6] as string]: "a".repeat(60),
    schema: "schema-api",
    "task-management": "task-management-api",
    日本: "tag",
  });
});
