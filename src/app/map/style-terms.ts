// Words of the style language that several layer files use.

import type { ExpressionSpecification as Expression } from "maplibre-gl";

/** A value that changes evenly with zoom between the given stops. */
export const byZoom = (...stops: readonly (readonly [number, number | Expression])[]): Expression =>
  ["interpolate", ["linear"], ["zoom"], ...stops.flat()] as Expression;
