// GCJ-02 (AMap, Tencent) and BD-09 (Baidu): WGS-84 bent by published smooth offset fields of 50–700 m. Forward by the
// field itself; back by fixed-point iteration on the forward field until a step is below 0.01 mm, which the field's
// gradient (< 0.5 %) reaches in four to five steps. GCJ-02 is plain WGS-84 outside the box below; along its rim, at sea
// or abroad, the field is continued, so the iteration always ends.

/** Pairs of longitude and latitude in degrees to such pairs. */
type Convert = (xy: Float64Array) => Float64Array;
/** Writes the image of one pair into `out[0]`, `out[1]`. */
type Field = (lon: number, lat: number, out: Float64Array) => void;

export const wgs84ToGcj02: Convert = (xy) => each(xy, bendWithin);
export const gcj02ToWgs84: Convert = (xy) => each(xy, unbendWithin);
export const wgs84ToBd09: Convert = (xy) => each(wgs84ToGcj02(xy), turnBaidu);
export const bd09ToWgs84: Convert = (xy) => gcj02ToWgs84(each(xy, unturnBaidu));

const { abs, atan2, cos, hypot, PI, sin, sqrt } = Math;

/** Krasovsky 1940, the ellipsoid of the field: metres, and eccentricity squared. */
const AXIS = 6_378_245;
const ECCENTRICITY = 0.006693421622965823;

/** The GCJ-02 field, anywhere. */
function bend(lon: number, lat: number, out: Float64Array): void {
  const x = lon - 105;
  const y = lat - 35;
  const root = sqrt(abs(x));
  const ripple = 20 * sin(6 * PI * x) + 20 * sin(2 * PI * x);
  const east =
    300 +
    x +
    2 * y +
    0.1 * x * x +
    0.1 * x * y +
    0.1 * root +
    ((ripple +
      20 * sin(PI * x) +
      40 * sin((PI * x) / 3) +
      150 * sin((PI * x) / 12) +
      300 * sin((PI * x) / 30)) *
      2) /
      3;
  const north =
    -100 +
    2 * x +
    3 * y +
    0.2 * y * y +
    0.1 * x * y +
    0.2 * root +
    ((ripple +
      20 * sin(PI * y) +
      40 * sin((PI * y) / 3) +
      160 * sin((PI * y) / 12) +
      320 * sin((PI * y) / 30)) *
      2) /
      3;
  const phi = (lat * PI) / 180;
  const w = 1 - ECCENTRICITY * sin(phi) ** 2;
  out[0] = lon + (east * 180) / ((AXIS / sqrt(w)) * cos(phi) * PI);
  out[1] = lat + (north * 180) / (((AXIS * (1 - ECCENTRICITY)) / (w * sqrt(w))) * PI);
}

const isBent = (lon: number, lat: number): boolean =>
  lon >= 72.004 && lon <= 137.8347 && lat >= 0.8293 && lat <= 55.8271;

const bendWithin: Field = (lon, lat, out) => (isBent(lon, lat) ? bend(lon, lat, out) : keep(lon, lat, out));
const unbendWithin: Field = (lon, lat, out) =>
  isBent(lon, lat) ? invert(bend, lon, lat, out) : keep(lon, lat, out);

const BAIDU = (PI * 3000) / 180;

/** GCJ-02 to BD-09. */
const turnBaidu: Field = (lon, lat, out) => {
  const radius = hypot(lon, lat) + 0.00002 * sin(lat * BAIDU);
  const angle = atan2(lat, lon) + 0.000003 * cos(lon * BAIDU);
  out[0] = radius * cos(angle) + 0.0065;
  out[1] = radius * sin(angle) + 0.006;
};
const unturnBaidu: Field = (lon, lat, out) => invert(turnBaidu, lon, lat, out);

/** Degrees: 0.01 mm. */
const STEP_ENOUGH = 1e-10;
const MOST_STEPS = 12;

/** The pair whose image under `field` is (lon, lat). */
function invert(field: Field, lon: number, lat: number, out: Float64Array): void {
  let x = lon;
  let y = lat;
  for (let step = 0; step < MOST_STEPS; step++) {
    field(x, y, out);
    const dx = out[0]! - lon;
    const dy = out[1]! - lat;
    x -= dx;
    y -= dy;
    if (abs(dx) < STEP_ENOUGH && abs(dy) < STEP_ENOUGH) break;
  }
  out[0] = x;
  out[1] = y;
}

function keep(lon: number, lat: number, out: Float64Array): void {
  out[0] = lon;
  out[1] = lat;
}

function each(xy: Float64Array, field: Field): Float64Array {
  const out = new Float64Array(xy.length);
  const pair = new Float64Array(2);
  for (let i = 0; i + 1 < xy.length; i += 2) {
    field(xy[i]!, xy[i + 1]!, pair);
    out[i] = pair[0]!;
    out[i + 1] = pair[1]!;
  }
  return out;
}
