// What the tests use of shpjs, which brings no types.

declare module "shpjs" {
  export function parseShp(shp: Uint8Array): ({ type: string; coordinates: unknown } | null)[];
}
