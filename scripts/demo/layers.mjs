// The town as layers: features with the headers that a Chinese user's files have.
import gcoord from "gcoord";
import { createDissolver } from "./areas.mjs";
import { SUBDISTRICTS } from "./names.mjs";
import { toDegrees, warp } from "./warp.mjs";
import { area, line, point, polygon } from "./write.mjs";

const STRUCTURES = {
  slab: "多层",
  tower: "高层",
  relocation: "安置房",
  village: "自建房",
  courtyard: "合院",
  fields: "自建房",
};

export const residenceFeatures = ({ compounds }) =>
  compounds.flatMap((compound) =>
    compound.buildings.map((building, i) =>
      polygon(building.rings, {
        楼栋编号: building.id,
        楼栋名称: `${compound.name}${i + 1}栋`,
        小区: compound.name,
        户数: building.text ?? building.households,
        层数: building.floors,
        建成年份: compound.year,
        建筑类型: STRUCTURES[compound.use],
      }),
    ),
  );

/** Rows of the centres' table, in GCJ-02 as a map website gives it. */
export const centerRows = ({ centers, communities }, blankArea) =>
  centers.map((center, i) => {
    const [lon, lat] = gcoord.transform(toDegrees(center.at), gcoord.WGS84, gcoord.GCJ02);
    return {
      中心编号: `ZX${String(i + 1).padStart(3, "0")}`,
      中心名称: center.name,
      级别: center.level,
      经度: lon.toFixed(6),
      纬度: lat.toFixed(6),
      "建筑面积（㎡）": center === blankArea ? "" : center.area,
      中心类型: center.kind,
      所属社区: communities.find(({ letter }) => letter === center.community).code,
    };
  });

export const roadFeatures = ({ roads }) =>
  roads.map((road) =>
    line(road.xy, {
      道路名称: road.name,
      道路等级: road.grade,
      bridge: road.bridge ?? "no",
      ...(road.tunnel ? { tunnel: road.tunnel } : {}),
      layer: road.layer,
    }),
  );

export const barrierFeatures = ({ barriers }) =>
  barriers.map(({ xy, type, name }) => line(xy, { 类型: type, 名称: name }));

export const gateFeatures = ({ compounds }) =>
  compounds.flatMap((compound) =>
    compound.gates.map((gate, i) =>
      point(warp(...gate.at), {
        小区: compound.name,
        名称: `${i + 1}号门`,
        是否开放: gate.open ? "是" : "否",
      }),
    ),
  );

export function areaFeatures(town) {
  const pieces = town.grids.flatMap((grid) => grid.pieces);
  const dissolve = createDissolver([
    ...town.blocks.map((block) => block.territory),
    ...pieces.map((piece) => piece.rect),
  ]);
  const rects = (blocks) => dissolve(blocks.map((block) => block.territory));
  return {
    communities: town.communities.map((one) =>
      area(rects(one.blocks), { 社区代码: one.code, 社区名称: one.name, 所属街道: one.code.slice(0, 9) }),
    ),
    subdistricts: SUBDISTRICTS.map(({ name, communities }, i) =>
      area(rects(town.blocks.filter((block) => block.community in communities)), {
        街道代码: `990101${String(i + 1).padStart(3, "0")}`,
        街道名称: name,
      }),
    ),
    grids: codedGrids(town).map(({ grid, code, community }) =>
      area(dissolve(grid.pieces.map((piece) => piece.rect)), {
        网格编码: code,
        网格名称: `${community.name.replace("社区", "")}第${Number(code.slice(12))}网格`,
        所属社区: community.code,
        党组织数: grid.partyOrgs ?? 1,
        专职网格员数: grid.workers ?? 1,
      }),
    ),
  };
}

/** Grids with their codes: in each community numbered from west to east, then north to south. */
export function codedGrids({ grids, communities }) {
  return communities.flatMap((community) =>
    grids
      .filter((grid) => grid.community === community.letter)
      .sort((a, b) => west(a) - west(b) || north(a) - north(b))
      .map((grid, i) => ({ grid, community, code: `${community.code}${String(i + 1).padStart(3, "0")}` })),
  );
}

export const drawingFeatures = (list) =>
  list.map(({ rings, kind, name }) => polygon(rings, { 类型: kind, 名称: name ?? "" }));

const west = ({ pieces }) => Math.min(...pieces.map(({ rect }) => rect[0]));
const north = ({ pieces }) => Math.min(...pieces.map(({ rect }) => rect[1]));
