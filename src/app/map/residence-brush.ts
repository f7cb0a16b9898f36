// Keeps what drawing residences needs from one model to the next: spacing per data set, shapes per half step
// of zoom, classes per result. Colours change without new shapes, shapes without new classes.

import type { MapLibreOverlay } from "@deck.gl/maplibre";
import type { FeatureCollection } from "geojson";
import { residenceOutlines } from "./focus-features.ts";
import type { MapModel } from "./map-model.ts";
import { ABOVE_RESIDENCES } from "./map-style.ts";
import { classifyResidences, hatchedResidences, unknownResidences } from "./residence-classes.ts";
import { NO_SHAPES, residenceLayer } from "./residence-layer.ts";
import { residenceShapes, shapeZoom } from "./residence-shapes.ts";
import { residenceSpacing } from "./residence-spacing.ts";

export interface ResidenceBrush {
  /** New data. */
  readonly load: (model: MapModel, zoom: number) => void;
  /** New zoom; true when shapes changed and have to be drawn again. */
  readonly reshape: (model: MapModel, zoom: number) => boolean;
  readonly classify: (model: MapModel) => void;
  readonly draw: (model: MapModel) => void;
  readonly drawHatched: (model: MapModel) => void;
  /** Zoom the shapes are made for. */
  readonly zoom: () => number;
}

export function createResidenceBrush(
  overlay: MapLibreOverlay,
  sendHatched: (data: FeatureCollection) => void,
): ResidenceBrush {
  let spacing: Float32Array = new Float32Array(0);
  let shapes = NO_SHAPES;
  let zoom = Number.NaN;
  let codes: Uint8Array = new Uint8Array(0);
  /** What the hatched source holds now; dragging seldom changes it. */
  let hatched = "";

  const reshape = ({ baseline }: MapModel, mapZoom: number): boolean => {
    const wanted = shapeZoom(mapZoom);
    if (wanted === zoom) return false;
    zoom = wanted;
    shapes = residenceShapes(baseline.residences, spacing, zoom);
    return true;
  };
  return {
    load: (model, mapZoom) => {
      spacing = residenceSpacing(model.baseline.residences);
      zoom = Number.NaN;
      hatched = "";
      reshape(model, mapZoom);
    },
    reshape,
    classify: (model) => {
      codes =
        model.gridHues?.codes ??
        classifyResidences({ ...model, households: model.baseline.residences.households });
    },
    draw: ({ theme, stale, gridHues }) => {
      const look = { codes, theme, stale, ...(gridHues === null ? {} : { colors: gridHues.colors }) };
      overlay.setProps({ layers: [residenceLayer(shapes, look, ABOVE_RESIDENCES)] });
    },
    drawHatched: ({ baseline, theme, gridHues }) => {
      const rows = gridHues === null ? hatchedResidences(codes, theme) : unknownResidences(baseline);
      const key = `${zoom} ${rows.join()}`;
      if (key === hatched) return;
      hatched = key;
      sendHatched(residenceOutlines(baseline.residences, rows, zoom));
    },
    zoom: () => zoom,
  };
}
