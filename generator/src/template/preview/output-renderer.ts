import { formatFiles } from "../../emit/format/format-files.ts";
import type { TemplateFile } from "../../java/template-file.ts";
import { includedPartials } from "../language/included-partials.ts";
import { renderText, type TracePlace } from "../language/render-text.ts";
import type { TemplateSet } from "../language/template-set.ts";
import type { TemplateData } from "../read-template-data.ts";
import { renderedScopes } from "../rendered-scopes.ts";

/** Everything that templates make of one spec, kept between changes of the templates. */
export interface OutputRenderer {
  /**
   * Renders what depends on some templates; all of it where left out.
   * @throws TemplateSyntaxError, and the state stays as it was
   */
  render(set: TemplateSet, changed?: readonly string[]): RenderedOutput;
  /** Formats what was rendered last, and puts programs into pages. @throws FormatFailure */
  finish(): Promise<Map<string, string>>;
  /** Which line of which template printed a place of a file, by offset in its unformatted text. */
  trace(path: string, offset: number): TracePlace | undefined;
}

export interface RenderedOutput {
  /** Unformatted, by path, as the tool writes them: docs in streams. */
  readonly raw: ReadonlyMap<string, string>;
  /** Unformatted, by path. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of `files` that differ from the rendering before. */
  readonly changed: readonly string[];
  /** The templates that were rendered: entries, not partials. */
  readonly entries: readonly string[];
}

/** Makes a renderer of a spec for some entries. */
export function outputRenderer(data: TemplateData, entries: readonly TemplateFile[]): OutputRenderer {
  let raw = new Map<string, string>();
  let files: ReadonlyMap<string, string> = new Map();
  let last: TemplateSet | undefined;
  const formatted = new Map<string, { from: string; text: string }>();
  const scopes = new Map(entries.map((entry) => [entry, renderedScopes(data.skeleton, entry)]));
  const places = (entry: TemplateFile) => scopes.get(entry) ?? [];
  return {
    render(set, changed) {
      const due = entries.filter(({ template }) => isDue(set, template, changed));
      const next = new Map(raw);
      for (const entry of due) {
        for (const place of places(entry)) next.set(place.destination, renderText(set, entry.template, place.scopes));
      }
      const split = data.docs ? data.docs.split(next) : next;
      const differing = [...split].filter(([path, text]) => files.get(path) !== text).map(([path]) => path);
      [raw, files, last] = [next, split, set];
      return { raw, files, changed: differing, entries: due.map(({ template }) => template) };
    },
    async finish() {
      const due = new Map([...files].filter(([path, text]) => formatted.get(path)?.from !== text));
      for (const [path, text] of await formatFiles(due)) formatted.set(path, { from: due.get(path) ?? "", text });
      const done = new Map([...files.keys()].map((path) => [path, formatted.get(path)?.text ?? ""]));
      return data.docs ? data.docs.embed(done) : done;
    },
    trace(path, offset) {
      for (const entry of entries) {
        for (const place of places(entry)) {
          const shift = shiftOf(raw, place.destination, path, files.get(path));
          if (last && shift !== undefined) return traceIn(last, entry, place.scopes, shift + offset);
        }
      }
      return undefined;
    },
  };
}

function isDue(set: TemplateSet, template: string, changed: readonly string[] | undefined): boolean {
  return changed === undefined || includedPartials(set, [template]).some((name) => changed.includes(name));
}

/** Where the text of a file begins in what the tool writes; undefined where it is not part of that. */
function shiftOf(
  raw: ReadonlyMap<string, string>,
  destination: string,
  path: string,
  text: string | undefined,
): number | undefined {
  if (destination === path && text === raw.get(destination)) return 0;
  // Docs are trimmed, and several may stand in one stream.
  const isStream = destination.endsWith(".stream");
  const start =
    text === undefined || (!isStream && destination !== path) ? -1 : (raw.get(destination) ?? "").indexOf(text.trim());
  return start < 0 ? undefined : start;
}

function traceIn(
  set: TemplateSet,
  entry: TemplateFile,
  scopes: Parameters<typeof renderText>[2],
  wanted: number,
): TracePlace | undefined {
  let found: TracePlace | undefined;
  renderText(set, entry.template, scopes, {
    printed: (offset, place) => {
      if (offset <= wanted) found = place;
    },
  });
  return found;
}
