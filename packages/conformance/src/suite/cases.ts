import type { Case } from "./case.ts";
import { clientCases } from "./cases/client-cases.ts";
import { placeCases } from "./cases/place-cases.ts";
import { sdkCallCases } from "./cases/sdk-call-cases.ts";
import { sdkListCases } from "./cases/sdk-list-cases.ts";
import { sdkTroubleCases } from "./cases/sdk-trouble-cases.ts";

/** The suite: every runtime runs all of it. */
export const cases: readonly Case[] = [
  ...placeCases,
  ...clientCases,
  ...sdkListCases,
  ...sdkCallCases,
  ...sdkTroubleCases,
];
