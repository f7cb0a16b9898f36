// Metres and degrees in the close neighbourhood of a place, on the WGS-84 ellipsoid: lengths of a degree by the
// radii of curvature. Good to a millimetre over the steps of a hand; whole layers go through the core's frame.

const SEMI_MAJOR = 6_378_137;
const ECCENTRICITY_SQUARED = 0.006_694_379_990_14;
const RADIANS = Math.PI / 180;

/** Metres in one degree of longitude and of latitude at a latitude. */
export function metresPerDegree(lat: number): { readonly east: number; readonly north: number } {
  const sine = Math.sin(lat * RADIANS);
  const squared = 1 - ECCENTRICITY_SQUARED * sine * sine;
  return {
    east: (SEMI_MAJOR / Math.sqrt(squared)) * Math.cos(lat * RADIANS) * RADIANS,
    north: ((SEMI_MAJOR * (1 - ECCENTRICITY_SQUARED)) / squared ** 1.5) * RADIANS,
  };
}

/** Metres between two near places in degrees. */
export function metresBetween(lon1: number, lat1: number, lon2: number, lat2: number): number {
  const { east, north } = metresPerDegree((lat1 + lat2) / 2);
  return Math.hypot((lon2 - lon1) * east, (lat2 - lat1) * north);
}
