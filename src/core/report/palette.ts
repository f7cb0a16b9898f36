// Every colour of the map, on screen and on paper. Data colours stay apart for the three common colour-vision
// deficiencies and in grey print; red is kept for the selected thing and never says anything about data.

export const GROUND = {
  paper: "#FAF9F6",
  outside: "#F3F1EB",
  ink: "#1F2328",
  inkSoft: "#5B6168",
  water: "#CFE1EA",
  waterEdge: "#A9C6D4",
  waterInk: "#4D7C93",
  green: "#DDE7D3",
  building: "#E3DED5",
  buildingEdge: "#D0C9BC",
  road: "#FFFFFF",
  roadEdge: "#CFC9BC",
  path: "#C9C2B4",
  rail: "#8D8A84",
  wall: "#A79F92",
  community: "#8B8881",
  subdistrict: "#6A6760",
  accent: "#B3261E",
} as const;

/** Within a third, two thirds and all of the minutes (5, 10, 15). */
export const BAND_COLORS = ["#0B6E69", "#4FA39A", "#A8D5CD"] as const;

export const TOO_SMALL = "#D98300";
/** The amber of too small, dark enough for letters. */
export const TOO_SMALL_INK = "#8F5600";
export const TOO_FAR = "#6A3D9A";
export const UNKNOWN = "#7C7A76";

/** Residences by what walking says of them; "far" is darker than its band so that it stands out on it. */
export const RESIDENCE_INKS = {
  near: BAND_COLORS[0],
  middle: BAND_COLORS[1],
  far: "#8CC7BD",
  outside: "#A1988C",
  unlinked: "#DEDAD2",
  plain: "#C9C1B3",
} as const;

/** Grids: twelve soft hues for neighbours to differ; what is out of range is said by outline and number. */
export const GRID_HUES = [
  "#F2D7B6",
  "#C9DDEB",
  "#D8E6C3",
  "#E8CFDD",
  "#F3E7B3",
  "#CBE3DF",
  "#DCD3EA",
  "#F0CDC4",
  "#D6DCC9",
  "#C8D2E6",
  "#EADCCB",
  "#D3E8CE",
] as const;
