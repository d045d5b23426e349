import type { Rule } from "./rule.ts";
import { circularComposition } from "./rules/circular-composition.ts";
import { confusableNames } from "./rules/confusable-names.ts";
import { danglingRef } from "./rules/dangling-ref.ts";
import { defaultValue } from "./rules/default-value.ts";
import { documentShape } from "./rules/document-shape.ts";
import { duplicateOperationId } from "./rules/duplicate-operation-id.ts";
import { enumValues } from "./rules/enum-values.ts";
import { headerName } from "./rules/header-name.ts";
import { headerParameterName } from "./rules/header-parameter-name.ts";
import { malformed } from "./rules/malformed.ts";
import { nameText } from "./rules/name-text.ts";
import { operationCount } from "./rules/operation-count.ts";
import { parameterShape } from "./rules/parameter-shape.ts";
import { pathBelowServer } from "./rules/path-below-server.ts";
import { pathItemKeys } from "./rules/path-item-keys.ts";
import { pathParameters } from "./rules/path-parameters.ts";
import { pathText } from "./rules/path-text.ts";
import { requestBodyMethod } from "./rules/request-body-method.ts";
import { responseKeys } from "./rules/response-keys.ts";
import { schemaType } from "./rules/schema-type.ts";
import { securityNames } from "./rules/security-names.ts";
import { unknownFormat } from "./rules/unknown-format.ts";

/** All checks of the guard, in the order in which they report on one place. */
export const rules: readonly Rule[] = [
  malformed,
  documentShape,
  operationCount,
  danglingRef,
  circularComposition,
  confusableNames,
  pathItemKeys,
  pathText,
  nameText,
  pathParameters,
  pathBelowServer,
  duplicateOperationId,
  responseKeys,
  requestBodyMethod,
  securityNames,
  parameterShape,
  headerParameterName,
  headerName,
  schemaType,
  enumValues,
  defaultValue,
  unknownFormat,
];
