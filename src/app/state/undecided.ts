// A layer's mapping without what was only found: read again, it may be found otherwise.

import type { LayerSpec } from "../../core/formats/index.ts";
import type { Project } from "./app-state.ts";

/** The layer with its datum open again, unless somebody said it. */
export function undecided({ imported }: Project, layer: LayerSpec): LayerSpec {
  const datum = imported.datums?.find(({ file, role }) => file === layer.file && role === layer.role);
  return datum === undefined || datum.origin === "given" ? layer : { ...layer, datum: "" };
}
