// Road, path or barrier lines in the local metric frame: what the network is built from.

import type { LineColumns } from "../geo/index.ts";
import { NO_LINES } from "../geo/index.ts";

export interface RouteLinesInFrame {
  /** Vertices in metres in the local frame. */
  readonly lines: LineColumns;
  /** Vertical level of each line: 0 ground, > 0 bridge, < 0 tunnel. */
  readonly level: Int8Array;
}

export const NO_ROUTES: RouteLinesInFrame = { lines: NO_LINES, level: new Int8Array(0) };
