// Shows a layer where it lies and where another datum would put it, on the map; flips the two; or stops.

import type { LayerDatum } from "../../core/formats/index.ts";
import { prepareDatum, toWgs84 } from "../../core/geo/index.ts";
import type { App } from "../state/app.ts";
import { changeView } from "./change-view.ts";

export async function weighDatum(
  app: App,
  { file, chosen, sample }: LayerDatum,
  other: string,
): Promise<void> {
  if (!(await prepareDatum(chosen)) || !(await prepareDatum(other))) return;
  const { scene } = app.store.getState();
  const [west, south, east, north] = scene?.bounds ?? [0, 0, 0, 0];
  const middle: Pair = [(west + east) / 2, (south + north) / 2];
  const here = placed(sample, chosen, middle);
  const there = placed(sample, other, middle);
  changeView(app, { preview: { file, other, here, there } });
  const box = boxOfPairs(here, there);
  if (box !== null) app.map.current?.flyTo(box);
}

export function flipDatum(app: App): void {
  const { preview } = app.store.getState().view;
  if (preview !== null)
    changeView(app, { preview: { ...preview, here: preview.there, there: preview.here } });
}

export const stopWeighing = (app: App): void => changeView(app, { preview: null });

type Pair = readonly [number, number];

/** In WGS-84; the way round that lies nearer to the rest, as the import chooses too. */
function placed(sample: Float64Array, datum: string, middle: Pair): Float64Array {
  const convert = toWgs84(datum);
  if (convert === null) return new Float64Array();
  const straight = convert(sample);
  const turned = convert(sample.map((_, i) => sample[i ^ 1]!));
  return farness(turned, middle) + 1 < farness(straight, middle) ? turned : straight;
}

/** Median distance from the middle of the map, degrees; pairs without position are nowhere. */
function farness(xy: Float64Array, [lon, lat]: Pair): number {
  const distances: number[] = [];
  for (let i = 0; i < xy.length; i += 2) {
    const degrees = Math.abs(xy[i]! - lon) + Math.abs(xy[i + 1]! - lat);
    distances.push(Number.isFinite(degrees) ? degrees : 1e6);
  }
  return distances.sort((a, b) => a - b)[distances.length >> 1] ?? 1e6;
}

/** Both positions when they are within a few kilometres, else where the layer lies now. */
function boxOfPairs(
  here: Float64Array,
  there: Float64Array,
): readonly [number, number, number, number] | null {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity];
  const grow = (xy: Float64Array): void => {
    for (let i = 0; i < xy.length; i += 2) {
      if (!Number.isFinite(xy[i]! + xy[i + 1]!)) continue;
      box[0] = Math.min(box[0], xy[i]!);
      box[1] = Math.min(box[1], xy[i + 1]!);
      box[2] = Math.max(box[2], xy[i]!);
      box[3] = Math.max(box[3], xy[i + 1]!);
    }
  };
  grow(here);
  const [x, y] = [(there[0] ?? Number.NaN) - (here[0] ?? 0), (there[1] ?? Number.NaN) - (here[1] ?? 0)];
  if (Math.hypot(x, y) < NEAR) grow(there);
  return box[0] <= box[2] ? box : null;
}

/** Degrees. */
const NEAR = 0.2;
