/** Names of the tool that hold text of a spec, or what it makes of it. In a skeleton they are numbers; in any other spec not. */
export const hostileVariables: ReadonlySet<string> = new Set([
  ..."path baseName example unescapedDescription unescapedNotes defaultValue enumName enumDefaultValue".split(" "),
  ..."operationId operationIdOriginal operationIdLowerCase operationIdCamelCase operationIdSnakeCase nickname".split(
    " ",
  ),
  ..."classname classVarName classFilename baseType dataType datatype returnType returnBaseType paramName".split(" "),
  ..."description notes summary title message jsonSchema mediaType httpMethod basePath basePathWithoutHost contextPath".split(
    " ",
  ),
  ..."appName appDescription appVersion infoUrl infoEmail licenseInfo licenseUrl version host".split(" "),
  ..."allParams pathParams queryParams headerParams bodyParam bodyParams formParams responses imports models model".split(
    " ",
  ),
  ..."vars allVars requiredVars optionalVars name schemaName tags authMethods produces consumes externalDocs".split(
    " ",
  ),
]);
