import { answerPositions } from "./positions/answer-positions.ts";
import { bodyPositions } from "./positions/body-positions.ts";
import { documentPositions } from "./positions/document-positions.ts";
import { operationPositions } from "./positions/operation-positions.ts";
import { parameterPositions } from "./positions/parameter-positions.ts";
import type { Position } from "./positions/position.ts";
import { schemaPositions } from "./positions/schema-positions.ts";
import { securityPositions } from "./positions/security-positions.ts";

/** Every place of a spec that hostile text is put into. */
export const positions: readonly Position[] = [
  ...documentPositions,
  ...operationPositions,
  ...parameterPositions,
  ...bodyPositions,
  ...answerPositions,
  ...schemaPositions,
  ...securityPositions,
];
