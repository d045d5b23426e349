import type { Rule } from "../rules/rule.ts";
import { RULE_GROUPS } from "../rules/rules.ts";

/** `docs/diff-rules.md`: every rule with its level, reason and example. */
export function reportRules(): string {
  const groups = Object.entries(RULE_GROUPS).map(
    ([title, rules]) =>
      `## ${title}\n\n| rule | lens | level | what it says | example |\n|---|---|---|---|---|\n${rules.map(row).join("\n")}\n`,
  );
  return `${INTRODUCTION}\n${groups.join("\n")}`;
}

const INTRODUCTION = `<!-- Made from generator/src/diff/rules by \`node generator/test/diff/write-docs.ts\`. Do not edit. -->

# Rules of \`sailkit diff\`

\`pnpm sailkit diff OLD NEW\` looks at two specs through two lenses. The **wire** lens compares what goes over HTTP, what is
sent and what is answered each in its own direction: what was allowed to be sent must still be allowed, what is answered must
still be what readers expect. The **types** lens makes the TypeScript of both versions and asks the compiler: what a consumer
passed must be assignable to what the new package takes, and what it answers to what the consumer reads. Each change names the
lens that decided; \`wire+types\` means that both found the same thing.

Levels are those of semver. **major**: some consumer's code or calls stop working. **minor**: there is more to use. **patch**:
the same API, described better. **none**: nothing a consumer could notice. The defaults follow the policy of the vendor: new
values of enums and new properties in answers do not break, and the types of answers are open so that this holds for the
compiler as well. A schema that travels both ways has the higher of its two levels; one that no operation uses is a matter of
its description, and counts as patch.

Change a level in \`sailkit.config.ts\`, or in a JSON file given as \`--policy\`:

\`\`\`ts
export default defineConfig({
  apis: {},
  diff: { levels: { "operation-deprecated": "patch", "constraint-loosened": { request: "minor", response: "minor" } } },
});
\`\`\`

Where a change breaks both lenses, both rules need another level: lowering \`nullable-added\` leaves \`type-model-changed\`, since
code that compiled does not any more. While a package is at 0.x, a major change bumps its minor version, as semver has it;
\`diff: { majorIsMinorBelowOne: false }\` turns that off.

## All scopes, or any

OpenAPI says that a token needs all scopes of a list, and that is how lists are read unless \`diff: { scopes: "any" }\` says that
any one is enough. The two readings turn each other round: one more scope shuts callers out by the first and lets more in by
the second. \`sailkit.config.ts\` says \`any\`, since the API here means that:

- Of the 306 lists of several scopes in the vendor's whole edition of 2026-08-22, 262 belong to operations that read and hold a
  \`…:manage\`, \`…:write\` or \`…:update\` beside a \`…:read\`. Were all needed, a scope to read would let nobody read.
- \`idn:task-management:write\` appeared beside \`…:read\` on the reading operations of tasks in one edition with a second way
  to be let in (2024-12-13, in docs/history.md): that edition opened them to more callers.
- By the other reading, 67 of the 207 breaking changes of the step to 2025-12-18 would be scopes that came to such lists.
- What is lost by the wrong reading is not the same: with \`all\`, a scope that disappears from such a list counts as an
  addition, while callers who have that scope alone are refused from then on.

## Packages that build on the client

The sdk has users of its own, who may meet less than those of the client, or nothing. Its bump is worked out from what it is
made of: its sources are compiled against the new client, and its declarations against the old one and the new one, which the
compiler then compares: what its functions answer, what they take, and what they hand to callbacks. Changes that no type shows
(scopes, defaults, limits, addresses) count where they happen to an operation that it calls. The greater of both decides, and
the changeset tells its users just that; where neither changes anything, the package is released as a patch with its client.

Where it no longer compiles, that is said with the places, and the bump is that of the client until it is mended: then
\`pnpm generate --changeset\` compares it with what was committed last.
`;

function row({ id, lens, level, says, example, todo }: Rule): string {
  const levels = typeof level === "string" ? level : `request ${level.request}, response ${level.response}`;
  const text = todo === undefined ? says : `${says} *${todo}*`;
  return `| \`${id}\` | ${lens} | ${levels} | ${cell(text)} | ${cell(example)} |`;
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|");
}
