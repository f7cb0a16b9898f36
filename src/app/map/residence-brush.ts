// Keeps what drawing residences needs from one model to the next: spacing per data set, shapes per half step of zoom,
// classes per result. Colours change without new shapes, shapes without new classes. A city is drawn in stretches, one in
// a frame, so that no frame is long; a district is one stretch and changes at once.

import type { MapLibreOverlay } from "@deck.gl/maplibre";
import type { FeatureCollection } from "geojson";
import type { Residences } from "../../core/model/index.ts";
import { residenceOutlines } from "./focus-features.ts";
import type { MapModel } from "./map-model.ts";
import { ABOVE_RESIDENCES } from "./map-style.ts";
import { classifyResidences, hatchedResidences, unknownResidences } from "./residence-classes.ts";
import { type ResidenceLook, residenceLayer } from "./residence-layer.ts";
import { type ResidenceShapes, residenceShapes, shapeZoom } from "./residence-shapes.ts";
import { residenceSpacing, type Spacing } from "./residence-spacing.ts";

export interface ResidenceBrush {
  /** New data. */
  readonly load: (model: MapModel, zoom: number) => void;
  /** New zoom; true when shapes changed and have to be drawn again. */
  readonly reshape: (zoom: number) => boolean;
  readonly classify: (model: MapModel) => void;
  readonly draw: (model: MapModel) => void;
  readonly drawHatched: (model: MapModel) => void;
  /** Zoom the shapes are made for. */
  readonly zoom: () => number;
}

/** Residences in a stretch: about 30 ms to cut into triangles, less to colour. */
const STRETCH = 6000;

/** Rows [from, to), and what their layer was made of. */
interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly zoom: number;
  readonly shapes: ResidenceShapes | null;
  readonly look: ResidenceLook | null;
  readonly layer: ReturnType<typeof residenceLayer> | null;
}

export function createResidenceBrush(
  overlay: MapLibreOverlay,
  sendHatched: (data: FeatureCollection) => void,
): ResidenceBrush {
  let residences: Residences | null = null;
  let spacing: Spacing = () => new Float32Array(0);
  let stretches: Stretch[] = [];
  let zoom = Number.NaN;
  let look: ResidenceLook | null = null;
  let codes: Uint8Array = new Uint8Array(0);
  let frame = 0;
  /** What the hatched source holds now; dragging seldom changes it. */
  let hatched = "";

  /** Brings one stretch up to date; the next comes in the next frame, because deck.gl works at the frame's end. */
  const work = (): void => {
    frame = 0;
    const wanted = look;
    if (residences === null || wanted === null) return;
    const k = stretches.findIndex((own) => own.zoom !== zoom || !isSameLook(own.look, wanted));
    const stretch = stretches[k];
    if (stretch === undefined) return;
    const { from, to } = stretch;
    const shapes =
      stretch.zoom === zoom && stretch.shapes !== null
        ? stretch.shapes
        : residenceShapes(residences, spacing(from, to), zoom, from, to);
    const layer = residenceLayer(shapes, wanted, ABOVE_RESIDENCES, k);
    stretches[k] = { from, to, zoom, shapes, look: wanted, layer };
    overlay.setProps({ layers: stretches.map((own) => own.layer) });
    if (stretches.length > 1) frame = requestAnimationFrame(work);
  };
  const reshape = (mapZoom: number): boolean => {
    const wanted = shapeZoom(mapZoom);
    if (wanted === zoom) return false;
    zoom = wanted;
    return true;
  };
  return {
    load: ({ baseline }, mapZoom) => {
      residences = baseline.residences;
      spacing = residenceSpacing(residences);
      stretches = divide(residences.count);
      zoom = Number.NaN;
      hatched = "";
      reshape(mapZoom);
    },
    reshape,
    classify: (model) => {
      codes =
        model.gridHues?.codes ??
        classifyResidences({ ...model, households: model.baseline.residences.households });
    },
    draw: ({ theme, stale, gridHues }) => {
      look = { codes, theme, stale, ...(gridHues === null ? {} : { colors: gridHues.colors }) };
      cancelAnimationFrame(frame);
      work();
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

const isSameLook = (a: ResidenceLook | null, b: ResidenceLook): boolean =>
  a?.codes === b.codes && a.theme === b.theme && a.stale === b.stale && a.colors === b.colors;

/** Stretches of equal length, at least one, so that the layer keeps its place on the map. */
function divide(count: number): Stretch[] {
  const fresh = { zoom: Number.NaN, shapes: null, look: null, layer: null };
  return Array.from({ length: Math.max(1, Math.ceil(count / STRETCH)) }, (_, k) => ({
    ...fresh,
    from: k * STRETCH,
    to: Math.min(count, (k + 1) * STRETCH),
  }));
}
