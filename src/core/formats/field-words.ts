// What our fields are called in other people's files, in Chinese and English: whole headers and telling parts
// of headers, in the form that normalHeader gives them, and which fields each kind of layer can use (in the
// order in which they choose: 所属社区名称 is a community before it is a name).

import type { LayerRole } from "../model/index.ts";
import type { FieldName } from "./import-types.ts";

export interface FieldWords {
  /** Whole headers, likeliest first. */
  readonly whole: readonly string[];
  /** A part that is telling enough by itself; its column must also hold fitting values. */
  readonly part?: RegExp;
}

export const ROLE_FIELDS: Readonly<Record<LayerRole, readonly FieldName[]>> = {
  residences: ["id", "households", "community", "compound", "grid", "lon", "lat", "name"],
  centers: ["id", "area", "level", "kind", "community", "lon", "lat", "name"],
  network: ["class", "bridge", "tunnel", "layer"],
  barriers: ["class", "bridge", "tunnel", "layer"],
  gates: ["compound", "open", "lon", "lat"],
  communities: ["id", "name", "households", "parent"],
  subdistricts: ["id", "name", "households"],
  grids: ["id", "name", "households", "parent", "partyOrgs", "gridWorkers"],
  water: [],
  green: [],
  buildings: [],
  candidates: ["id", "area", "cost", "floor", "openHours", "kind", "community", "lon", "lat", "name"],
  departments: ["id", "department", "name", "households"],
  transit: ["id", "kind", "lon", "lat", "name"],
  exercise: ["id", "kind", "lon", "lat", "name"],
  renewal: ["id", "name", "households"],
};

/** Names of a field in any layer. */
export const FIELD_WORDS: Readonly<Record<FieldName, FieldWords>> = {
  id: {
    whole: words(
      "id 编号 编码 代码 标识 code 楼栋编号 楼栋号 楼号 房屋编号 中心编号 序号 blkno gid uid fid objectid osmid",
    ),
    part: /编号$|编码$|代码$/,
  },
  name: {
    whole: words("name 名称 名字 namezh 中文名 楼栋名称 建筑名称 中心名称 title"),
    part: /名称$|name$/,
  },
  households: {
    whole: words(
      "households 户数 总户数 居民户数 常住户数 实有户数 住户数 住户 户 household units 套数 hh hhs nhouseholds dwellings dwellingunits hushu 家庭户数",
    ),
    part: /户数|戶數|household|dwelling|套数/,
  },
  area: {
    whole: words(
      "floorarea 建筑面积 area 面积 总面积 总建筑面积 用房面积 服务用房面积 中心面积 阵地面积 gfa areasqm aream2 grossfloorarea sqm jzmj",
    ),
    part: /建筑面积|floorarea/,
  },
  level: { whole: words("level 级别 层级 中心级别 等级 类别级别 tier"), part: /级别$|层级$/ },
  kind: { whole: words("kind type 类型 类别 中心类型 建设形式"), part: /类型$/ },
  community: {
    whole: words(
      "community 社区 所属社区 社区名称 社区编码 社区代码 社区编号 communityid communityname communitycode 村社区",
    ),
    part: /所属社区|社区/,
  },
  compound: {
    whole: words("compound 小区 所属小区 小区名称 小区名 compoundname compoundid estate 楼盘 院落"),
    part: /小区/,
  },
  grid: {
    whole: words("grid 网格 所属网格 网格编码 网格编号 网格号 网格名称 gridid gridcode"),
    part: /网格/,
  },
  parent: { whole: words("parent parentid"), part: /^所属|^上级/ },
  lon: {
    whole: words("lon lng long longitude 经度 东经 x xcoord 经度x lonwgs84 lngwgs84 wgs84lon wgs84lng"),
    part: /经度|longitude/,
  },
  lat: { whole: words("lat latitude 纬度 北纬 y ycoord 纬度y latwgs84 wgs84lat"), part: /纬度|latitude/ },
  class: {
    whole: words(
      "highway 道路等级 道路类型 等级 class fclass roadclass 类型 类别 type kind waterway railway barrier",
    ),
    part: /道路等级|道路类别/,
  },
  bridge: { whole: words("bridge 桥梁 桥 是否桥梁 高架") },
  tunnel: { whole: words("tunnel 隧道 地道 是否隧道") },
  layer: { whole: words("layer 层 层次 层级 zlevel") },
  open: { whole: words("open 开放 是否开放 状态 开闭 status 通行") },
  partyOrgs: {
    whole: words("partyorgs partyorg 党组织数 党组织 党支部数 党组织数量 网格党组织数"),
    part: /党组织数|党支部数/,
  },
  gridWorkers: {
    whole: words("gridworkers 网格员 专职网格员 网格员数 专职网格员数 网格员人数 fulltimeworkers"),
    part: /网格员/,
  },
  cost: {
    whole: words(
      "cost 费用 造价 投资 投资额 总投资 成本 预算 改造费用 建设费用 租金 price budget investment",
    ),
    part: /费用|造价|投资|cost/,
  },
  floor: { whole: words("floor 楼层 所在楼层 所在层 storey story floorno") },
  openHours: {
    whole: words("openhours openinghours 开放时间 开放时段 服务时间 营业时间"),
    part: /开放时间|开放时段|服务时间|openinghours/,
  },
  department: {
    whole: words("department dept 部门 主管 主管部门 所属部门 责任部门 牵头部门 条线 agency"),
    part: /主管部门|责任部门|条线/,
  },
};

/** Where the layer's own kind changes what a header means: in a file of communities 社区 is the name. */
export const AREA_WORDS: Readonly<
  Partial<Record<LayerRole, Readonly<Partial<Record<FieldName, FieldWords>>>>>
> = {
  communities: {
    id: {
      whole: words(
        "communityid communitycode 社区编码 社区代码 社区编号 社区id villcode villagecode villageid 村代码 村编码 id 编码 代码 编号 code",
      ),
      part: /编码$|代码$|编号$/,
    },
    name: {
      whole: words(
        "name 名称 社区名称 社区 社区名 communityname community subzonen villname villagename village 村名 村名称 村 里 里名",
      ),
      part: /社区名|名称$|name$/,
    },
    parent: {
      whole: words(
        "parent parentid subdistrict subdistrictid 街道 所属街道 街道编码 街道名称 镇街 乡镇街道 town townname township townshipname 乡镇 乡镇名称 乡 镇",
      ),
      part: /街道|镇街/,
    },
  },
  subdistricts: {
    id: {
      whole: words("subdistrictid 街道编码 街道代码 街道编号 id 编码 代码 编号 code"),
      part: /编码$|代码$|编号$/,
    },
    name: {
      whole: words(
        "name 名称 街道名称 街道 街道名 subdistrictname subdistrict 镇街 town townname township townshipname 乡镇 乡镇名称 乡 镇",
      ),
      part: /街道名|名称$|name$/,
    },
  },
  grids: {
    id: {
      whole: words("gridid gridcode 网格编码 网格编号 网格代码 网格号 id 编码 代码 编号 code"),
      part: /编码$|代码$|编号$/,
    },
    name: { whole: words("name 名称 网格名称 网格 网格名 gridname"), part: /网格名|名称$|name$/ },
    parent: {
      whole: words("parent parentid community communityid 社区 所属社区 社区编码 社区代码 社区名称"),
      part: /社区/,
    },
  },
  candidates: {
    area: {
      whole: words(
        "可用面积 使用面积 建筑面积 房屋面积 用房面积 面积 floorarea availablearea usablearea area gfa sqm",
      ),
      part: /面积|area/,
    },
    kind: { whole: words("kind type 类型 类别 用房类型 来源 性质"), part: /类型$/ },
  },
};

/** Headers and kinds that show by themselves what a layer holds, in the form of normalHeader. */
export const ROLE_WORDS: Readonly<Partial<Record<LayerRole, RegExp>>> = {
  candidates: /候选|备选|candidate/,
  departments: /警务区|城管|综治|单元网格|责任网格|条线/,
  transit: /公交|地铁|轨道站|线路数|busstop|metro/,
  exercise: /晨晚练|晨练|健身|锻炼|fitness/,
  renewal: /(?:城市)?更新(?:范围|片区|单元|区域)|旧改|棚改|renewal/,
};

/** NFKC, lower case, without units in brackets, blanks and joining signs: "建筑面积（㎡）" → "建筑面积". */
export const normalHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[([{][^)\]}]*[)\]}]/g, "")
    .replace(/[\s_\-.:/*#]+/g, "");

function words(list: string): readonly string[] {
  return list.split(" ");
}
