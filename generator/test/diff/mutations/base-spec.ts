const json = (schema: object) => ({ content: { "application/json": { schema } } });
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` });
const error = { description: "An error", ...json(ref("Problem")) };

/** A small spec that has something of everything a change can happen to. */
export const BASE_SPEC: object = {
  openapi: "3.0.3",
  info: { title: "Shelter", version: "1" },
  servers: [
    { url: "https://{tenant}.example.com", variables: { tenant: { default: "demo" }, region: { default: "eu" } } },
    { url: "https://backup.example.com" },
  ],
  paths: {
    "/pets": {
      get: {
        operationId: "listPets",
        tags: ["Pets"],
        parameters: [
          { name: "limit", in: "query", schema: { type: "integer", default: 50, maximum: 100 } },
          { name: "kind", in: "query", schema: { type: "string", enum: ["cat", "dog", "bird"] } },
          { name: "ids", in: "query", explode: false, schema: { type: "array", items: { type: "string" } } },
          {
            name: "filters",
            in: "query",
            schema: { type: "string" },
            "x-sailkit-filters": {
              name: { operators: ["eq", "in"], type: "string" },
              age: { operators: ["gt"], type: "integer" },
            },
          },
          { name: "sorters", in: "query", schema: { type: "string" }, "x-sailkit-sorters": ["name", "age"] },
          { name: "X-Trace", in: "header", required: true, schema: { type: "string" } },
        ],
        responses: {
          200: {
            description: "Pets",
            headers: { "X-Total-Count": { schema: { type: "integer" } } },
            ...json({ type: "array", items: ref("Pet") }),
          },
          400: error,
          429: error,
        },
        security: [{ userAuth: ["pets:read"] }, { appAuth: [] }],
      },
      post: {
        operationId: "createPet",
        tags: ["Pets"],
        requestBody: { required: true, ...json(ref("Pet")) },
        responses: { 201: { description: "The pet", ...json(ref("Pet")) }, 400: error },
        security: [{ userAuth: ["pets:write"] }],
      },
    },
    "/pets/{petId}": {
      get: {
        operationId: "getPet",
        tags: ["Pets", "Records"],
        parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string", format: "uuid" } }],
        responses: { 200: { description: "The pet", ...json(ref("Pet")) }, 404: error },
      },
      patch: {
        operationId: "updatePet",
        tags: ["Pets"],
        parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
        requestBody: { content: { "application/json": { schema: ref("PetChange") } } },
        responses: { 200: { description: "The pet", ...json(ref("Pet")) }, 400: error },
      },
      delete: {
        operationId: "deletePet",
        tags: ["Pets"],
        parameters: [{ name: "petId", in: "path", required: true, schema: { type: "string" } }],
        responses: { 204: { description: "Gone" }, 404: error },
      },
    },
    "/events": {
      get: {
        operationId: "listEvents",
        tags: ["Records"],
        deprecated: true,
        responses: { 200: { description: "Events", ...json({ type: "array", items: ref("Event") }) }, 500: error },
      },
    },
  },
  components: {
    securitySchemes: {
      userAuth: {
        type: "oauth2",
        flows: {
          clientCredentials: { tokenUrl: "https://example.com/token", scopes: { "pets:read": "", "pets:write": "" } },
        },
      },
      appAuth: { type: "apiKey", in: "header", name: "X-Key" },
    },
    schemas: {
      Pet: {
        type: "object",
        required: ["id", "name", "state", "home"],
        properties: {
          id: { type: "string", readOnly: true },
          name: { type: "string", minLength: 1, maxLength: 64 },
          nickname: { type: "string", nullable: true },
          age: { type: "integer", minimum: 0 },
          weight: { type: "number" },
          state: { type: "string", enum: ["NEW", "HOME", "LOST"] },
          mood: ref("Mood"),
          tags: { type: "array", items: { type: "string" } },
          home: ref("Address"),
          friends: { type: "array", items: ref("Pet") },
          extra: { type: "object", additionalProperties: { type: "string" } },
          secret: { type: "string", writeOnly: true },
        },
      },
      PetChange: {
        type: "object",
        properties: {
          name: { type: "string" },
          state: { type: "string", enum: ["HOME", "LOST"] },
          address: ref("Address"),
          note: { oneOf: [{ type: "string" }, { type: "object", properties: { text: { type: "string" } } }] },
        },
      },
      Address: {
        type: "object",
        required: ["city"],
        properties: {
          city: { type: "string" },
          zip: { type: "string", pattern: "^[0-9]+$" },
          country: { type: "string" },
        },
      },
      Mood: { type: "string", enum: ["GOOD", "BAD"] },
      Event: { oneOf: [ref("Born"), ref("Moved")], discriminator: { propertyName: "type" } },
      Born: {
        type: "object",
        required: ["type", "at"],
        properties: { type: { type: "string" }, at: { type: "string", format: "date-time" } },
      },
      Moved: {
        allOf: [ref("Born"), { type: "object", required: ["to"], properties: { to: ref("Address") } }],
      },
      Problem: { type: "object", properties: { code: { type: "string" }, text: { type: "string", nullable: true } } },
      Unused: { type: "object", properties: { name: { type: "string" } } },
    },
  },
};
