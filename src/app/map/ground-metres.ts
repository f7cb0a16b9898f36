// Metres on a web map, good to a per mille over a few kilometres: enough for drawing, never for measuring.
// Sphere of the Web Mercator projection, 512-pixel tiles as MapLibre counts zoom.

const EARTH_CIRCUMFERENCE = 40_075_016.686;
const METRES_PER_DEGREE = EARTH_CIRCUMFERENCE / 360;

export const metresPerPixel = (zoom: number, lat: number): number =>
  (EARTH_CIRCUMFERENCE * Math.cos((lat * Math.PI) / 180)) / (512 * 2 ** zoom);

/** Degrees of longitude and latitude that one metre spans at `lat`. */
export const degreesPerMetre = (lat: number): readonly [number, number] => [
  1 / (METRES_PER_DEGREE * Math.cos((lat * Math.PI) / 180)),
  1 / METRES_PER_DEGREE,
];

/** A regular polygon of `sides` around a point, radius in metres; pairs, not closed. */
export function regularPolygon(lon: number, lat: number, radius: number, sides: number): Float64Array {
  const [perX, perY] = degreesPerMetre(lat);
  const xy = new Float64Array(2 * sides);
  for (let i = 0; i < sides; i++) {
    const angle = ((i + 0.5) * 2 * Math.PI) / sides;
    xy[2 * i] = lon + radius * Math.cos(angle) * perX;
    xy[2 * i + 1] = lat + radius * Math.sin(angle) * perY;
  }
  return xy;
}
