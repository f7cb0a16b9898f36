// The whole of proj4 in one file, every projection and the reader of WKT included; loaded only when a file needs it.

declare module "proj4/dist/proj4-src.js" {
  const everything: typeof import("proj4");
  export = everything;
}
