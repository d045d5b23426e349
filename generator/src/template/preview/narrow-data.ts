import { FILE_MARK, INCLUDE_MARK } from "../../emit/docs/page-marks.ts";
import { isObject, type Json, type JsonObject } from "../../spec/json.ts";
import { selectContext } from "../context/select-context.ts";
import type { TemplateData } from "../read-template-data.ts";

/**
 * The data with one operation only, so that templates print what belongs to it and nothing else.
 * @throws Error naming what is like the operation there is not
 */
export function narrowData(data: TemplateData, operation: string): TemplateData {
  const { operation: found } = selectContext(data, { operation });
  const name = found?.model.name;
  const paths = Object.entries(isObject(data.skeleton.paths) ? data.skeleton.paths : {}).filter(([, item]) => {
    const extensions = isObject(item) && isObject(item.get) ? item.get : {};
    return [extensions["x-sailkit-operation"], extensions["x-sailkit-docs-operation"]].some(
      (one) => isObject(one) && (one.name ?? one.function) === name,
    );
  });
  const shown = JSON.stringify(paths);
  const examples = data.skeleton["x-sailkit-docs-examples"];
  const isShown = (item: Json) =>
    isObject(item) && shown.includes(JSON.stringify(String(item.mark).replace(FILE_MARK, INCLUDE_MARK)));
  const skeleton: JsonObject = {
    ...data.skeleton,
    paths: Object.fromEntries(paths),
    ...(Array.isArray(examples) && { "x-sailkit-docs-examples": examples.filter(isShown) }),
  };
  return { ...data, skeleton };
}
