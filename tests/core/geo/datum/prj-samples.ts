// Texts of .prj files as ESRI's and OGC's software writes them, made from their few numbers.

const ESRI_CGCS =
  'GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const OGC_CGCS =
  'GEOGCS["China Geodetic Coordinate System 2000", DATUM["China_2000", SPHEROID["CGCS2000",6378137,298.257222101, AUTHORITY["EPSG","1024"]], AUTHORITY["EPSG","1043"]], PRIMEM["Greenwich",0], UNIT["degree",0.0174532925199433], AXIS["Latitude",NORTH], AXIS["Longitude",EAST], AUTHORITY["EPSG","4490"]]';
const ESRI_WGS =
  'GEOGCS["GCS_WGS_1984",DATUM["D_WGS_1984",SPHEROID["WGS_1984",6378137.0,298.257223563]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const ESRI_XIAN =
  'GEOGCS["GCS_Xian_1980",DATUM["D_Xian_1980",SPHEROID["Xian_1980",6378140.0,298.257]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const OGC_BEIJING =
  'GEOGCS["Beijing 1954", DATUM["Beijing_1954", SPHEROID["Krassowsky 1940",6378245,298.3]], PRIMEM["Greenwich",0], UNIT["degree",0.0174532925199433]]';
const ESRI_HONG_KONG =
  'GEOGCS["GCS_Hong_Kong_1980",DATUM["D_Hong_Kong_1980",SPHEROID["International_1924",6378388.0,297.0]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';
const ESRI_ETRS =
  'GEOGCS["GCS_ETRS_1989",DATUM["D_ETRS_1989",SPHEROID["GRS_1980",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]]';

export const GEOGRAPHIC = {
  esriCgcs: ESRI_CGCS,
  ogcCgcs: OGC_CGCS,
  esriWgs: ESRI_WGS,
  esriXian: ESRI_XIAN,
  ogcBeijing: OGC_BEIJING,
} as const;

/** A transverse Mercator system in ESRI's spelling. */
export function esriTm(name: string, base: string, meridian: number, easting: number, scale = 1): string {
  const projection = scale === 1 ? "Gauss_Kruger" : "Transverse_Mercator";
  return `PROJCS["${name}",${base},PROJECTION["${projection}"],PARAMETER["False_Easting",${easting}.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",${meridian}],PARAMETER["Scale_Factor",${scale}],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]`;
}

/** The same in OGC's, over lines, northing named first. */
export function ogcTm(name: string, base: string, meridian: number, easting: number): string {
  return `PROJCS["${name}",
    ${base},
    PROJECTION["Transverse_Mercator"],
    PARAMETER["latitude_of_origin",0],
    PARAMETER["central_meridian",${meridian}],
    PARAMETER["scale_factor",1],
    PARAMETER["false_easting",${easting}],
    PARAMETER["false_northing",0],
    UNIT["metre",1, AUTHORITY["EPSG","9001"]],
    AXIS["Northing",NORTH],
    AXIS["Easting",EAST]]\n`;
}

/** WKT 2 of a CGCS2000 zone. */
export function wkt2Tm(name: string, meridian: number, easting: number): string {
  return `PROJCRS["${name}",BASEGEOGCRS["China Geodetic Coordinate System 2000",DATUM["China 2000",ELLIPSOID["CGCS2000",6378137,298.257222101,LENGTHUNIT["metre",1]]],PRIMEM["Greenwich",0,ANGLEUNIT["degree",0.0174532925199433]]],CONVERSION["zone",METHOD["Transverse Mercator",ID["EPSG",9807]],PARAMETER["Latitude of natural origin",0,ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Longitude of natural origin",${meridian},ANGLEUNIT["degree",0.0174532925199433]],PARAMETER["Scale factor at natural origin",1,SCALEUNIT["unity",1]],PARAMETER["False easting",${easting},LENGTHUNIT["metre",1]],PARAMETER["False northing",0,LENGTHUNIT["metre",1]]],CS[Cartesian,2],AXIS["northing (X)",north,ORDER[1],LENGTHUNIT["metre",1]],AXIS["easting (Y)",east,ORDER[2],LENGTHUNIT["metre",1]]]`;
}

export const PROJECTED = {
  utm49: esriTm("WGS_1984_UTM_Zone_49N", ESRI_WGS, 111, 500_000, 0.9996),
  webEsri: `PROJCS["WGS_1984_Web_Mercator_Auxiliary_Sphere",${ESRI_WGS},PROJECTION["Mercator_Auxiliary_Sphere"],PARAMETER["False_Easting",0.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",0.0],PARAMETER["Standard_Parallel_1",0.0],PARAMETER["Auxiliary_Sphere_Type",0.0],UNIT["Meter",1.0]]`,
  webOgc: `PROJCS["WGS 84 / Pseudo-Mercator",GEOGCS["WGS 84",DATUM["WGS_1984",SPHEROID["WGS 84",6378137,298.257223563]],PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]],PROJECTION["Mercator_1SP"],PARAMETER["central_meridian",0],PARAMETER["scale_factor",1],PARAMETER["false_easting",0],PARAMETER["false_northing",0],UNIT["metre",1]]`,
  hongKong: `PROJCS["Hong_Kong_1980_Grid",${ESRI_HONG_KONG},PROJECTION["Transverse_Mercator"],PARAMETER["False_Easting",836694.05],PARAMETER["False_Northing",819069.8],PARAMETER["Central_Meridian",114.178555555556],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",22.3121333333333],UNIT["Meter",1.0]]`,
  europe: `PROJCS["ETRS_1989_LAEA",${ESRI_ETRS},PROJECTION["Lambert_Azimuthal_Equal_Area"],PARAMETER["False_Easting",4321000.0],PARAMETER["False_Northing",3210000.0],PARAMETER["Central_Meridian",10.0],PARAMETER["Latitude_Of_Origin",52.0],UNIT["Meter",1.0]]`,
} as const;
