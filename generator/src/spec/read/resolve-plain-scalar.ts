/**
 * The value of an unquoted YAML scalar by the core schema of YAML 1.2 (https://yaml.org/spec/1.2.2/#103-core-schema):
 * `on`, `no` and dates are strings. What JSON cannot hold (`.inf`, `.nan`) stays the text it is.
 */
export function resolvePlainScalar(source: string): null | boolean | number | string {
  switch (source) {
    case "":
    case "~":
    case "null":
    case "Null":
    case "NULL":
      return null;
    case "true":
    case "True":
    case "TRUE":
      return true;
    case "false":
    case "False":
    case "FALSE":
      return false;
  }
  const first = source.charCodeAt(0);
  // Digits, sign and dot: anything else cannot start a number, and most scalars of a spec are words.
  if (!((first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46)) return source;
  if (/^[-+]?\d+$/.test(source)) return Number(source);
  if (/^0o[0-7]+$/.test(source) || /^0x[\da-fA-F]+$/.test(source)) return Number(source);
  if (/^[-+]?(?:\.\d+|\d+(?:\.\d*)?)(?:[eE][-+]?\d+)?$/.test(source)) {
    const value = Number(source);
    return Number.isFinite(value) ? value : source;
  }
  return source;
}
