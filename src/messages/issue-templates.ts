// The sentences of issues: what happened and what to do, per code and language. Gaps are filled from the
// issue's values (see fill-template.ts); an entry that depends on more than a gap is a function of the issue.

import type { Issue, IssueCode } from "../core/base/index.ts";
import { datumLabel } from "./datum-label.ts";
import { clauseOfIssue } from "./datum-reasons.ts";
import type { Language } from "./language.ts";

export type Template = string | ((issue: Issue) => string);

export const ISSUE_TEMPLATES: Readonly<Record<IssueCode, Readonly<Record<Language, Template>>>> = {
  "file.missing": {
    "zh-CN": "找不到这个文件。请检查文件名和路径，或把它与其他文件一起放入。",
    en: "this file is not there. Check its name and path, or add it with the other files.",
  },
  "file.empty": {
    "zh-CN": "文件是空的，没有任何内容。请重新导出或复制一次。",
    en: "the file is empty. Export or copy it again.",
  },
  "file.unreadable": {
    "zh-CN": "文件打不开（{reason}）。请检查读取权限，并确认它不是文件夹。",
    en: "the file cannot be opened ({reason}). Check that it may be read and is not a folder.",
  },
  "file.notJson": {
    "zh-CN": "不是有效的 JSON：第 {line} 行第 {column} 个字符处有误。请用导出它的软件重新保存为 GeoJSON。",
    en: "not valid JSON: wrong at line {line}, column {column}. Save it as GeoJSON again from the program that made it.",
  },
  "file.truncated": {
    "zh-CN":
      "文件在第 {line} 行第 {column} 个字符处中断（共 {length} 个字符），后面的内容缺失。请重新复制或导出完整的文件；未读入其中任何一条，以免少算户数。",
    en: "the file breaks off at line {line}, column {column} ({length} characters in all); the rest is missing. Copy or export it whole; none of it was used, lest households be missed.",
  },
  "file.notGeoJson": {
    "zh-CN":
      "是 JSON，但不是 GeoJSON（类型为“{type}”）。需要 FeatureCollection、Feature 或几何对象，请另存为 GeoJSON。",
    en: "JSON, but not GeoJSON (its type is \u201c{type}\u201d). A FeatureCollection, Feature or geometry is needed; save it as GeoJSON.",
  },
  "file.noFeatures": {
    "zh-CN": "里面没有任何要素或数据行。请检查导出时的筛选条件。",
    en: "there is no feature or data row in it. Check what was selected when it was exported.",
  },
  "file.badProject": { "zh-CN": projectZh, en: projectEn },
  "archive.notProject": {
    "zh-CN":
      "不是圈点项目文件。请选择扩展名为 .quandian 的文件；普通图层请用“添加数据”。当前的工作没有改动。",
    en: "not a Quandian project. Choose a file that ends in .quandian; add ordinary layers as data. Your present work is unchanged.",
  },
  "archive.truncated": {
    "zh-CN": "项目文件不完整，后半部分缺失，可能没有复制或下载完。请向发送人重新索取。当前的工作没有改动。",
    en: "the project file breaks off; it was probably not copied or downloaded to the end. Ask for it again. Your present work is unchanged.",
  },
  "archive.damaged": {
    "zh-CN":
      "项目文件已损坏（“{member}”与校验值不符），未打开，以免读入错误的数字。请用另一份拷贝。当前的工作没有改动。",
    en: "the project file is damaged (\u201c{member}\u201d does not match its check sum) and was not opened, lest figures be wrong. Use another copy. Your present work is unchanged.",
  },
  "archive.newer": {
    "zh-CN":
      "项目文件由更新的圈点（版本 {program}，格式 {version}）保存，本程序只认识到格式 {known}。请更新程序后再打开。当前的工作没有改动。",
    en: "saved by a newer Quandian ({program}, format {version}); this one knows formats up to {known}. Update the program to open it. Your present work is unchanged.",
  },
  "archive.tooLarge": {
    "zh-CN":
      "项目文件展开后约 {megabytes} MB，超过允许的 {limit} MB，未打开。请确认文件来源可靠。当前的工作没有改动。",
    en: "the project file would unpack to {megabytes} MB, more than the {limit} MB allowed, and was not opened. Make sure where it comes from. Your present work is unchanged.",
  },
  "archive.invalid": {
    "zh-CN": "项目文件的内容不成立（“{path}”处），未打开。请用圈点重新保存一份。当前的工作没有改动。",
    en: "the content of the project file is not sound (at \u201c{path}\u201d), so it was not opened. Save it again with Quandian. Your present work is unchanged.",
  },
  "archive.brokenEdit": {
    "zh-CN":
      "项目文件中方案“{option}”的第 {number} 条修改与前面的对不上，未打开。请用另一份拷贝。当前的工作没有改动。",
    en: "edit {number} of option \u201c{option}\u201d in the project file does not fit the ones before it, so it was not opened. Use another copy. Your present work is unchanged.",
  },
  "file.unknownFormat": {
    "zh-CN": "暂不能读取这种格式，未使用。请另存为 GeoJSON 或带经纬度列的 CSV。",
    en: "this format cannot be read yet, so the file was not used. Save it as GeoJSON, or as CSV with longitude and latitude.",
  },
  "file.roleUnknown": {
    "zh-CN": "看不出这个文件是什么图层，未使用。请指明它是居民楼、中心、路网、社区还是其他图层。",
    en: "it is not clear which layer this file is, so it was not used. Say whether it holds residences, centres, roads, communities or something else.",
  },
  "file.encoding": {
    "zh-CN": "按 {encoding} 编码读取。若名称显示为乱码，请另存为 UTF-8。",
    en: "read as {encoding}. If names look garbled, save it as UTF-8.",
  },
  "file.damaged": {
    "zh-CN": "按 {format} 读取时出错（{reason}），文件可能不完整或已损坏。请重新复制或导出一次。",
    en: "reading it as {format} failed ({reason}); the file may be incomplete or damaged. Copy or export it again.",
  },
  "file.libraryMissing": {
    "zh-CN": "当前环境缺少读取 {format} 的组件，未使用。请另存为 GeoJSON、Shapefile 或 CSV。",
    en: "the part that reads {format} is not available here, so the file was not used. Save it as GeoJSON, Shapefile or CSV.",
  },
  "file.tooManyColumns": {
    "zh-CN": "有 {columns} 列，超过上限 {most} 列，未使用。请检查分隔符，或只导出需要的列。",
    en: "it has {columns} columns, more than the {most} that are read, so it was not used. Check the delimiter, or export the columns that are needed.",
  },
  "layer.wrongGeometry": {
    "zh-CN":
      "“{role:roles}”需要{wanted:kinds}，这个文件里是{found:kinds}，整个图层未使用。请换成正确的文件。",
    en: "\u201c{role:roles}\u201d needs {wanted:kinds}, this file holds {found:kinds}; the whole layer was not used. Give the right file.",
  },
  "layer.fieldMissing": { "zh-CN": fieldMissingZh, en: fieldMissingEn },
  "layer.fieldGuessed": {
    "zh-CN": "按字段名判断，这一列作为“{wanted:fields}”。如不对，请另行指定。",
    en: "judging by its name, this column was taken for {wanted:fields}. If that is wrong, name another.",
  },
  "layer.required": {
    "zh-CN": "缺少“{role:roles}”图层，无法分析。请提供这个文件。",
    en: "the layer \u201c{role:roles}\u201d is missing; nothing can be analysed without it. Give this file.",
  },
  "layer.roleTaken": {
    "zh-CN":
      "看起来也是“{role:roles}”，但已采用“{used}”，这个文件未使用。如要用它，请在项目文件或参数中指明。",
    en: "this looks like \u201c{role:roles}\u201d too, but \u201c{used}\u201d was taken, so it was not used. To use it, name it in the project file or on the command line.",
  },
  "layer.nothingUsable": {
    "zh-CN": "“{role:roles}”共 {rows} 条，没有一条可用。原因见各条说明。",
    en: "none of the {rows} rows of \u201c{role:roles}\u201d can be used. The reasons are given row by row.",
  },
  "layer.footprints": {
    "zh-CN": "{rows} 条居民楼是面：以面内一点计算步行，轮廓用于显示。",
    en: "{rows} residences are polygons: a point inside each is used for walking, the outline for drawing.",
  },
  "row.noGeometry": {
    "zh-CN": "没有位置（几何为空或坐标为空），已单独列出，未使用。请补上坐标。",
    en: "there is no position (empty geometry or coordinates); set aside. Add the coordinates.",
  },
  "row.badGeometry": {
    "zh-CN": "几何有误（坐标不是数字、点数太少或没有面积），已单独列出，未使用。请修正后重新读入。",
    en: "the geometry is broken (coordinates that are not numbers, too few points or no area); set aside. Mend it and read it again.",
  },
  "row.noLength": {
    "zh-CN": "这条线的各点都在同一处，没有长度，未使用。对结果没有影响。",
    en: "all points of this line are in one place, so it has no length and was not used. The result is the same.",
  },
  "row.wrongGeometry": {
    "zh-CN": "“{role:roles}”需要{wanted:kinds}，这一条是{found:kinds}，已单独列出，未使用。",
    en: "\u201c{role:roles}\u201d needs {wanted:kinds}, this row holds {found:kinds}; set aside.",
  },
  "row.multiPoint": {
    "zh-CN": "一条里有 {points} 个点，采用第一个点。如应为多条，请拆开。",
    en: "there are {points} points in one row; the first was used. Split it if it should be several rows.",
  },
  "row.columns": {
    "zh-CN": "有 {found} 列，表头是 {wanted} 列，已按顺序对应。请检查是否多了或少了分隔符。",
    en: "{found} cells under {wanted} headers, matched in order. Check for a separator too many or too few.",
  },
  "row.polygonAsPoint": {
    "zh-CN": "这里需要点，文件里是面：以面内一点为位置。请核对入口位置。",
    en: "a point is expected and a polygon was given: a point inside it was used. Check where the entrance is.",
  },
  "households.withUnit": {
    "zh-CN": "户数写作“{value}”，按 {used} 户计。",
    en: "households are written \u201c{value}\u201d; counted as {used}.",
  },
  "households.approximate": {
    "zh-CN": "户数写作“{value}”，是约数，按 {used} 户计。请核实。",
    en: "households are written \u201c{value}\u201d, which is not exact; counted as {used}. Please check.",
  },
  "households.blank": {
    "zh-CN": "户数为空，按未知处理，不当作 0，不计入合计。请补上户数。",
    en: "households are blank: taken as unknown, not as 0, and in no sum. Fill them in.",
  },
  "households.negative": {
    "zh-CN": "户数“{value}”是负数，按未知处理，不计入合计。请更正。",
    en: "households \u201c{value}\u201d are negative: taken as unknown and in no sum. Correct them.",
  },
  "households.notNumber": {
    "zh-CN": "户数“{value}”不是数字，按未知处理，不当作 0，不计入合计。请改成数字。",
    en: "households \u201c{value}\u201d are not a number: taken as unknown, not as 0, and in no sum. Write a number.",
  },
  "households.zero": {
    "zh-CN": "户数写作“{value}”，按 0 户计。若其实是没有数据，请留空。",
    en: "households are written \u201c{value}\u201d and counted as 0. Leave the cell blank if nobody knows.",
  },
  "area.blank": {
    "zh-CN": "建筑面积为空，按未知处理，面积是否达标无法判断。请补上。",
    en: "the floor area is blank: unknown, so its adequacy cannot be judged. Fill it in.",
  },
  "area.invalid": {
    "zh-CN": "建筑面积“{value}”不是平方米数，按未知处理。请改成数字，例如 410。",
    en: "the floor area \u201c{value}\u201d is not a number of square metres: taken as unknown. Write a number, such as 410.",
  },
  "area.withUnit": {
    "zh-CN": "建筑面积写作“{value}”，按 {used} 平方米计。",
    en: "the floor area is written \u201c{value}\u201d; taken as {used} m\u00b2.",
  },
  "area.approximate": {
    "zh-CN": "建筑面积写作“{value}”，是约数，按 {used} 平方米计。请核实。",
    en: "the floor area is written \u201c{value}\u201d, which is not exact; taken as {used} m\u00b2. Please check.",
  },
  "area.zero": {
    "zh-CN": "建筑面积写作“{value}”，按 0 平方米计。若其实是没有数据，请留空。",
    en: "the floor area is written \u201c{value}\u201d and taken as 0 m\u00b2. Leave the cell blank if nobody knows.",
  },
  "number.invalid": {
    "zh-CN": "“{value}”不是数字，按未知处理。请改成数字。",
    en: "\u201c{value}\u201d is not a number: taken as unknown. Write a number.",
  },
  "cost.blank": {
    "zh-CN": "费用为空，按未知处理，不当作不花钱；按造价选址时不能选它。请补上。",
    en: "the cost is blank: unknown, not free, so it cannot be chosen where cost decides. Fill it in.",
  },
  "cost.invalid": {
    "zh-CN": "费用“{value}”不是金额，按未知处理。请改成数字，例如 17（万元）。",
    en: "the cost \u201c{value}\u201d is not a sum of money: taken as unknown. Write a number, such as 17 (ten thousand yuan).",
  },
  "cost.approximate": {
    "zh-CN": "费用写作“{value}”，是约数，按 {used} 万元计。请核实。",
    en: "the cost is written \u201c{value}\u201d, which is not exact; taken as {used} ten thousand yuan. Please check.",
  },
  "cost.unitAssumed": {
    "zh-CN": "表头没有写明费用的单位，按万元计。如是元，请把表头改为“费用（元）”后重新读入。",
    en: "the header does not say the unit of the cost; taken as ten thousand yuan. If it is yuan, head the column \u201ccost (yuan)\u201d and read it again.",
  },
  "candidate.floorUnknown": {
    "zh-CN": "楼层“{value}”看不懂，按未知处理。请写成 1、2 或 -1 这样的数字。",
    en: "the floor \u201c{value}\u201d is not understood: taken as unknown. Write a number such as 1, 2 or -1.",
  },
  "id.duplicate": {
    "zh-CN":
      "编号“{value}”与第 {first} 条重复。两条都保留，这一条改记为“{used}”。如是同一处录入两次，请删去一条，以免户数重复计算。",
    en: "the id \u201c{value}\u201d is that of row {first} too. Both are kept, this one as \u201c{used}\u201d. If one place was entered twice, delete one, or its households count twice.",
  },
  "id.missing": {
    "zh-CN": "没有编号，记为“{used}”。请补上编号。",
    en: "there is no id; \u201c{used}\u201d is used. Fill it in.",
  },
  "coords.swapped": {
    "zh-CN": ({ severity }) =>
      severity === "warning"
        ? "经度和纬度颠倒（第一条是 {x}, {y}），整个图层的 {rows} 条已对调后使用。请核对地图，并更正源文件。"
        : "经度和纬度颠倒（{x}, {y}），与其他各条不一致，已单独列出，未使用。请对调后重新读入。",
    en: ({ severity }) =>
      severity === "warning"
        ? "longitude and latitude are the wrong way round (first row {x}, {y}); all {rows} rows of the layer were turned and used. Check the map and correct the file."
        : "longitude and latitude are the wrong way round ({x}, {y}), unlike the other rows; set aside. Exchange them and read it again.",
  },
  "coords.projected": {
    "zh-CN": ({ values }) =>
      `坐标（{x}, {y}）不是经纬度，像是以米为单位的投影坐标，已单独列出，未使用。请{setDatum}${values?.["guess"] ? "，可能是 {guess}" : "，例如 EPSG:4546"}。`,
    en: ({ values }) =>
      `the coordinates ({x}, {y}) are not degrees but look like projected metres; set aside. Please {setDatum}: ${values?.["guess"] ? "perhaps {guess}" : "EPSG:4546, for example"}.`,
  },
  "coords.notProjected": {
    "zh-CN":
      "指明的坐标系 {datum} 以米为单位，坐标（{x}, {y}）却像经纬度，已单独列出，未使用。请{setDatum}：wgs84、gcj02 或 bd09。",
    en: "the datum {datum} is in metres, but the coordinates ({x}, {y}) look like degrees; set aside. Please {setDatum}: wgs84, gcj02 or bd09.",
  },
  "coords.outOfRange": {
    "zh-CN": "坐标（{x}, {y}）不可能是 {datum} 中的位置，已单独列出，未使用。请更正坐标，或{setDatum}。",
    en: "the coordinates ({x}, {y}) cannot be a place in {datum}; set aside. Correct them, or {setDatum}.",
  },
  "coords.datumUnknown": {
    "zh-CN":
      "不认识坐标系“{datum}”，整个图层未使用。可用 wgs84、cgcs2000、gcj02、bd09、EPSG:4490、各 CGCS2000 高斯-克吕格带（EPSG:4491–4554）、UTM（EPSG:32601–32660）和 EPSG:3857，先纵后横的加“/yx”。",
    en: "the datum \u201c{datum}\u201d is not known, so the layer was not used. Known are wgs84, cgcs2000, gcj02, bd09, EPSG:4490, the CGCS2000 Gauss\u2013Kr\u00fcger zones (EPSG:4491\u20134554), UTM (EPSG:32601\u201332660) and EPSG:3857, with \u201c/yx\u201d where northing comes first.",
  },
  "coords.datumFound": {
    "zh-CN": (issue) => `坐标按${settled(issue, "zh-CN")}。如不对，请{setDatum}。`,
    en: (issue) => `the coordinates were read as ${settled(issue, "en")}. If that is wrong, {setDatum}.`,
  },
  "coords.datumDoubt": {
    "zh-CN": (issue) =>
      `坐标系不能确定，暂按${settled(issue, "zh-CN")}；也可能是 ${otherDatum(issue, "zh-CN")}${apart(issue, "，相差约 ", " 米")}。请{setDatum}。`,
    en: (issue) =>
      `the datum is not certain; read as ${settled(issue, "en")} for now; it may be ${otherDatum(issue, "en")}${apart(issue, ", about ", " m away")}. Please {setDatum}.`,
  },
  "coords.datumContradicted": {
    "zh-CN": (issue) =>
      `${statedAs(issue, "zh-CN")}${isKept(issue) ? "，先照此读取；但同其他图层对照，更像是" : "，但数值和其他图层都对不上，改按"}${settled(issue, "zh-CN", !isKept(issue))}${apart(issue, "，两者相差约 ", " 米")}。文件注明的也会有错，请{setDatum}。`,
    en: (issue) =>
      `${statedAs(issue, "en")}${isKept(issue) ? " and was read so for now; but held against the other layers it is more likely " : ", which neither its numbers nor the other layers bear out; read as "}${settled(issue, "en")}${apart(issue, ", about ", " m away")}. What a file says can be wrong; please {setDatum}.`,
  },
  "coords.scaled": {
    "zh-CN": "坐标像是乘以 {factor} 的经纬度，读不出位置。请把两列都除以 {factor} 后再放入。",
    en: "the coordinates look like degrees times {factor}, which have no position. Divide both columns by {factor}.",
  },
  "residence.unlinked": {
    "zh-CN":
      "居民楼“{id}”周围 {cap} 米内没有路，未接入路网：其户数计入总数，但不算覆盖。请补画道路或核对位置。",
    en: "residence \u201c{id}\u201d has no path within {cap} m and is not linked: its households count in the total but not as covered. Draw the path, or check the position.",
  },
  "residence.noCommunity": {
    "zh-CN": "居民楼“{id}”不在任何社区范围内，只计入全区合计。请核对社区边界。",
    en: "residence \u201c{id}\u201d lies in no community and counts in the totals only. Check the community boundaries.",
  },
  "center.unlinked": {
    "zh-CN": "中心“{name}”周围 {cap} 米内没有路，未接入路网，覆盖不到任何居民。请补画道路或核对位置。",
    en: "centre \u201c{name}\u201d has no path within {cap} m, is not linked and reaches nobody. Draw the path, or check the position.",
  },
  "center.noCommunity": {
    "zh-CN": "中心“{name}”不在任何社区范围内，不算作任何社区自己的中心。请核对位置或所属社区。",
    en: "centre \u201c{name}\u201d lies in no community and is counted as no community's own. Check its position or community.",
  },
  "center.noArea": {
    "zh-CN": "中心“{name}”没有建筑面积，面积是否达标无法判断。请补上。",
    en: "centre \u201c{name}\u201d has no floor area, so its adequacy cannot be judged. Fill it in.",
  },
  "center.levelGuessed": {
    "zh-CN": "{rows} 个中心没有写明级别，按社区级处理。请补上“级别”列。",
    en: "{rows} centres state no level and are taken as community centres. Add a level column.",
  },
  "center.levelUnknown": {
    "zh-CN": "级别“{value}”不认识，按“{used:levels}”处理。可写街道、社区、区域、网格、小区站。",
    en: "the level \u201c{value}\u201d is not known; taken as {used:levels}. Write subdistrict, community, area, grid or station.",
  },
  "place.unmatched": {
    "zh-CN": "“{value}”在{role:areas}图层里没有，或不止一个，改按位置判断。请统一名称或编码。",
    en: "there is no {role:areas} \u201c{value}\u201d, or more than one; the position decides instead. Use one name or code.",
  },
  "community.noResidences": {
    "zh-CN": "社区“{name}”范围内没有居民楼，户数未知，不作达标判断。请核对边界或补充居民楼。",
    en: "community \u201c{name}\u201d has no residences in it: its households are unknown and it is not judged. Check the boundary, or add residences.",
  },
  "osm.counts": {
    "zh-CN":
      "OpenStreetMap 数据：{nodes} 个节点、{ways} 条路线、{relations} 个关系；其中道路 {highways} 条（步道 {footways}，台阶 {steps}；可步行 {walkable} 条），建筑 {buildings} 栋。",
    en: "OpenStreetMap data: {nodes} nodes, {ways} ways, {relations} relations; of the ways {highways} are roads ({footways} footways, {steps} steps; {walkable} can be walked) and {buildings} buildings.",
  },
  "osm.incomplete": {
    "zh-CN": "{count} 个面缺少部分边界，未使用：它们伸出了这份数据的范围。如有需要，请下载范围更大的数据。",
    en: "{count} areas reach beyond this extract and lack part of their outline; they were not used. Take a larger extract if they are needed.",
  },
  "dxf.left": {
    "zh-CN": "有 {count} 个图元（{kinds}）不表示位置或形状，未使用。",
    en: "{count} drawing entities ({kinds}) are neither places nor shapes; they were not used.",
  },
  "network.empty": {
    "zh-CN": "路网里没有可走的道路。请检查道路图层。",
    en: "there is no walkable line in the network. Check the road layer.",
  },
  "network.notWalkable": {
    "zh-CN":
      "{rows} 条道路不能步行（高速公路、未建成、私有或禁止行人），未编入路网，已单独列出。确可步行的，请把它的 foot 标为 yes 后重新读入。",
    en: "{rows} lines cannot be walked (motorways, not yet built, private or closed to walkers); left out of the network and listed. Where people do walk, tag the line foot=yes and read it again.",
  },
  "network.apart": {
    "zh-CN": "路网与居民楼不在一处：没有一栋楼在 {cap} 米内有路。请核对两个图层的范围，或{setDatum}。",
    en: "the network does not touch the residences: not one has a path within {cap} m. Check the extent of both layers, or {setDatum}.",
  },
  "network.components": {
    "zh-CN":
      "路网分成互不相连的 {components} 块，最大的一块占总长 {largestShare}%。小块上的居民可能走不到中心，请检查断头路。",
    en: "the network is in {components} separate pieces, the largest with {largestShare}% of the length. People on small pieces may reach no centre; check for gaps.",
  },
  "network.crossings": {
    "zh-CN": "{crossings} 处道路平面相交但没有共同端点，按立体交叉处理，未连通。如应连通，请在交点处打断。",
    en: "lines cross at one level without a shared end in {crossings} places; taken as over- or underpasses and not joined. Split them where they should join.",
  },
  "network.estimate": {
    "zh-CN": "没有路网：步行距离按直线距离 × {ratio} 估算，结果只作参考。请提供道路图层。",
    en: "there is no network: walking is estimated as straight distance × {ratio}, for orientation only. Give a road layer.",
  },
  "file.encodingDoubt": {
    "zh-CN": "按 {encoding} 编码读取，但 {other} 也说得通。请核对名称；如显示为乱码，请{setEncoding}。",
    en: "read as {encoding}, but {other} is possible too. Check the names; if they look garbled, please {setEncoding}.",
  },
  "file.encodingUnread": {
    "zh-CN":
      "有些文字哪种编码都读不通（试过 {tried}），最接近的是 {encoding}，读不出的字显示为“�”。文件可能混用了编码或已损坏：请在原来的软件里另存为 UTF-8，或{setEncoding}。",
    en: "some of its text does not decode in any encoding (tried: {tried}); read as {encoding}, which comes nearest, with \u201c\ufffd\u201d for what cannot be read. The file may mix encodings or be damaged: save it as UTF-8 from the program that made it, or {setEncoding}.",
  },
  "file.encodingMisstated": {
    "zh-CN": "文件自称编码为“{stated}”，但按它读不通，改按 {encoding} 读取。请核对名称，或{setEncoding}。",
    en: "the file says its encoding is \u201c{stated}\u201d, which does not fit; read as {encoding} instead. Check the names, or please {setEncoding}.",
  },
  "file.partMissing": {
    "zh-CN": "缺少同名的 {part} 文件：只用了现有的部分。请把它和其他同名文件一起放入。",
    en: "the {part} file of the same name is not there; what is there was used. Add it together with the others of that name.",
  },
  "file.partWrong": {
    "zh-CN": ({ values }) =>
      `内容与扩展名不符${values?.["found"] === "html" ? "（是一个网页）" : ""}，没有使用这一个文件。请重新复制或下载。`,
    en: ({ values }) =>
      `its contents are not what its name says${values?.["found"] === "html" ? " (it is a web page)" : ""}, so this one file was not used. Copy or download it again.`,
  },
  "file.partAlone": {
    "zh-CN": "它只是一套文件（Shapefile）中的一个，单独无法使用。请把同名的 .shp、.dbf 等文件一起放入。",
    en: "this is one of the files of a Shapefile and of no use alone. Add the .shp, .dbf and other files of the same name.",
  },
  "file.cutShort": {
    "zh-CN": "文件不完整：应有 {wanted} 条，读到 {read} 条，其余缺失。请重新复制或导出完整的文件。",
    en: "the file is not complete: {read} of {wanted} records are there, the rest is missing. Copy or export it whole.",
  },
  "file.partsDiffer": {
    "zh-CN": "图形有 {shapes} 条，属性有 {rows} 条，数目不同，按次序对应。请核对这几个文件是否同一次导出。",
    en: "there are {shapes} shapes and {rows} attribute records; they were matched in order. Check that the files were exported together.",
  },
  "file.tooLarge": {
    "zh-CN": "解压后有 {bytes} 字节，超过上限 {most} 字节，没有打开。请分成几份。",
    en: "it unpacks to {bytes} bytes, more than the {most} allowed, so it was not opened. Split it.",
  },
  "file.bomb": {
    "zh-CN": "压缩比超过 {ratio} 倍，不像正常数据，为安全起见没有打开。请核对来源，或解压后再放入。",
    en: "it unpacks to more than {ratio} times its size, unlike any real data, so it was not opened for safety. Check where it came from, or unpack it first.",
  },
  "file.nested": {
    "zh-CN": "压缩包层层嵌套超过 {most} 层，没有继续打开。请解压后再放入。",
    en: "archives are nested more than {most} deep; this one was not opened. Unpack it first.",
  },
  "file.manyEntries": {
    "zh-CN": "压缩包里的文件超过 {most} 个，没有打开。请只打包需要的文件。",
    en: "there are more than {most} files in the archive, so it was not opened. Pack only what is needed.",
  },
  "file.encrypted": {
    "zh-CN": "文件有密码保护，读不了。请去掉密码后再放入。",
    en: "it is protected by a password and cannot be read. Remove the password first.",
  },
  "file.badArchive": {
    "zh-CN": "不是有效的压缩包，或压缩方式不支持。请重新打包为普通的 zip。",
    en: "not a valid archive, or packed in a way that is not supported. Pack it again as a plain zip.",
  },
  "file.packDamaged": {
    "zh-CN": "压缩的数据已损坏或不完整，没有使用。请重新复制或下载。",
    en: "the packed data are damaged or not complete, so they were not used. Copy or download them again.",
  },
  "file.nothingInside": {
    "zh-CN": "压缩包里没有可以读取的数据文件。请检查打包的内容。",
    en: "there is no data file in the archive that can be read. Check what was packed.",
  },
  "file.membersUnused": {
    "zh-CN": "压缩包里另有 {rows} 个文件不是数据，未使用。",
    en: "{rows} other files in the archive are no data and were not used.",
  },
  "file.layerChosen": {
    "zh-CN": "里面有几个图层，“{role:roles}”采用了“{used}”。如不对，请写明图层：文件名#图层名。",
    en: "there are several layers in it; \u201c{used}\u201d was taken for {role:roles}. If that is wrong, name the layer: FILE#LAYER.",
  },
  "row.broken": {
    "zh-CN": "这一条的数据已损坏或缺失，没有图形。请从原始数据重新导出。",
    en: "this record is damaged or missing and has no shape. Export it again from the source.",
  },
  "column.personal": {
    "zh-CN": "这一列像是{found:personal}，属于个人信息，已略去，没有读入。如确需使用，请{keepColumn}。",
    en: "this column looks like {found:personal}, which is personal information; it was left out. If you must use it, {keepColumn}.",
  },
  "area.selfCrossing": {
    "zh-CN": "边界在（{x}, {y}）处自相交叉，面积和归属可能不准。请修正边界。",
    en: "the boundary crosses itself at ({x}, {y}), so its area and what lies in it may be wrong. Mend the boundary.",
  },
  "area.overlap": {
    "zh-CN": "“{name}”与“{other}”重叠 {area} 平方米，重叠处的居民楼归属不定。请修正边界。",
    en: "\u201c{name}\u201d and \u201c{other}\u201d overlap by {area} m\u00b2; residences there could belong to either. Mend the boundaries.",
  },
  "area.gap": {
    "zh-CN": "几个{role:areas}之间有 {area} 平方米的空隙，在（{x}, {y}）一带，不属于任何一个。请核对边界。",
    en: "between the {role:areas} boundaries there is a gap of {area} m\u00b2 around ({x}, {y}) that belongs to none. Check the boundaries.",
  },
  "export.renamed": {
    "zh-CN": "这一列与其他列重名或为空名，导出时改名为“{name}”。",
    en: "the column's name was empty or taken, so it was written as \u201c{name}\u201d.",
  },
  "export.nameShortened": {
    "zh-CN": "Shapefile 的字段名最多 10 个字节，导出时缩短为“{name}”。如需完整名称，请改用 GeoPackage。",
    en: "a Shapefile's field names hold 10 bytes at most, so it was written as \u201c{name}\u201d. Use GeoPackage to keep whole names.",
  },
  "export.columnLeft": {
    "zh-CN": "Shapefile 放不下这么多列，这一列没有写入。请改用 GeoPackage。",
    en: "a Shapefile cannot hold so many columns; this one was not written. Use GeoPackage.",
  },
  "export.textCut": {
    "zh-CN": "文字超过这种格式的上限 {limit}，已截断。如需完整内容，请改用 GeoPackage。",
    en: "texts longer than the {limit} this format allows were cut. Use GeoPackage to keep them whole.",
  },
  "export.textLost": {
    "zh-CN": "有 GBK 里没有的字，写成了“?”。请改用 UTF-8 编码导出。",
    en: "characters that GBK does not have were written as \u201c?\u201d. Export in UTF-8 to keep them.",
  },
  "export.formula": {
    "zh-CN": "以 =、+、-、@ 等开头的文字前加了撇号，以免被表格软件当作公式执行。",
    en: "texts that begin with =, +, - or @ were given an apostrophe in front, so that no spreadsheet runs them as formulas.",
  },
  "export.geometryLeft": {
    "zh-CN": "图形的文字超过一个单元格的长度，没有写入表格。如需图形，请改用 GeoPackage 或 GeoJSON。",
    en: "the shapes are longer than a cell can hold and were left out. Use GeoPackage or GeoJSON to keep them.",
  },
  "export.datumUnstated": {
    "zh-CN": "坐标为 {datum}，但文件本身无法注明。再次打开时请选择这个坐标系。",
    en: "the coordinates are in {datum}, which the file itself cannot state. Choose that datum when you open it again.",
  },
  "export.datumUnusual": {
    "zh-CN":
      "GeoJSON 的标准（RFC 7946）只有 WGS-84。这里的坐标为 {datum}，已注明在文件里，圈点和 GIS 软件能读出；多数网页地图不看，会画错位置。要给它们用，请导出为 WGS-84。",
    en: "GeoJSON is WGS-84 by its standard (RFC 7946). These coordinates are in {datum}, which is noted in the file and read by Quandian and most GIS programs; most web maps do not look and draw them in the wrong place. Export in WGS-84 for those.",
  },
  "export.datumKept": {
    "zh-CN": "KML 只能用 WGS-84 坐标，没有转换为 {datum}。",
    en: "KML is WGS-84 by definition, so the coordinates were not put into {datum}.",
  },
  "grids.unitUnknown": {
    "zh-CN":
      "有 {count} 个单元没有户数：{ids}。仍编入网格，户数不计，也不当作 0；所在网格是否达标暂不判断。请补上户数。",
    en: "{count} units have no household figure: {ids}. They are given a grid, add nothing to its total and are not taken as 0; whether that grid is in range stays open. Fill the figures in.",
  },
  "grids.unitOutside": {
    "zh-CN": "有 {count} 个单元不在任何社区内，未编入网格：{ids}。请核对社区边界或位置。",
    en: "{count} units lie in no community and are in no grid: {ids}. Check the boundaries or the positions.",
  },
  "grids.unitOnBorder": {
    "zh-CN": "有 {count} 个单元正好在社区边界上，归入其中一个社区：{ids}。请确认。",
    en: "{count} units stand right on a community's border and were given to one side: {ids}. Please confirm.",
  },
  "grids.unitAlone": {
    "zh-CN": "有 {count} 个单元与同社区其他单元都不相邻，只能单独成格：{ids}。请核对阻隔、大门或相邻表。",
    en: "{count} units touch no other of their community and must be grids of their own: {ids}. Check barriers, gates or the table of neighbours.",
  },
  "grids.areaEmpty": {
    "zh-CN": "有 {count} 个社区没有单元，未划网格：{ids}。",
    en: "{count} communities hold no unit and got no grid: {ids}.",
  },
  "grids.pairUnknown": {
    "zh-CN": "相邻表中有 {count} 个编号不存在，相关的行未使用：{ids}。请核对编号。",
    en: "{count} ids in the table of neighbours do not exist; their rows were not used: {ids}. Check the ids.",
  },
  "grids.pairOneWay": {
    "zh-CN": "相邻表中有 {count} 对只写了一个方向，按双向相邻处理：{ids}。",
    en: "{count} pairs in the table of neighbours are given one way only and were taken both ways: {ids}.",
  },
  "grids.previousUnknown": {
    "zh-CN": "上年网格中有 {count} 个单元现已不存在：{ids}。已略去。",
    en: "{count} units of the previous net no longer exist: {ids}. They were left out.",
  },
  "grids.previousOverlap": {
    "zh-CN": "上年网格互相重叠，{count} 个单元同时在两个网格内，归入先列出的一个：{ids}。请核对。",
    en: "the previous net overlaps: {count} units lie in two of its grids and were given to the first: {ids}. Please check.",
  },
  "grids.previousGap": {
    "zh-CN": "上年网格没有包含 {count} 个单元，按新增单元处理：{ids}。",
    en: "the previous net leaves out {count} units; they are taken as new: {ids}.",
  },
  "grids.departmentOverlap": {
    "zh-CN": "“{name}”的网格互相重叠，{count} 个单元同时在两个网格内，归入先列出的一个：{ids}。请核对。",
    en: "the net of “{name}” overlaps: {count} units lie in two of its grids and were given to the first: {ids}. Please check.",
  },
  "grids.previousCrosses": {
    "zh-CN": "上年有 {count} 个网格跨社区：{ids}。保留在户数最多的社区，其余部分按新增处理。",
    en: "{count} grids of the previous net cross communities: {ids}. Each stays where most of its households are; the rest is taken as new.",
  },
  "grids.tooManyParts": {
    "zh-CN": "要求 {parts} 个网格，可编的单元只够 {count} 个，按 {count} 个划分。",
    en: "{parts} grids were asked for, but the units make {count} at most; {count} were drawn.",
  },
  "report.largeScale": {
    "zh-CN":
      "全部社区共 {area} 平方千米，超过 25 平方千米；{pages} 页地图的比例尺不小于 1:5000，整套可能属于涉密或受控的大比例尺地图。请缩小范围或比例尺，外传前先问测绘主管部门。",
    en: "The communities cover {area} km², more than 25; {pages} pages have maps of 1:5000 or larger. A set like that may be controlled. Use a smaller extent or scale, and ask the surveying authority before it leaves the house.",
  },
  "report.noReviewNumber": {
    "zh-CN": "公开使用的地图须经审核并标注审图号；请{setReview}，或改为内部使用。",
    en: "A map for the public needs to be reviewed and to carry its review number: {setReview}, or print for internal use.",
  },
};

/** "GCJ-02（高德、腾讯）读取（把握 98%）：这样有 …": the datum, how sure it is, and why. */
function settled({ values = {} }: Issue, language: Language, isRead = true): string {
  const datum = datumLabel(String(values["datum"] ?? ""), language);
  const sure = Math.round(100 * Number(values["confidence"] ?? 0));
  const clause = clauseOfIssue(values, language);
  if (language === "en") return `${datum} (${sure}% sure${clause === "" ? "" : `: ${clause}`})`;
  return ` ${datum}${datum.endsWith("）") ? "" : " "}${isRead ? "读取" : ""}（把握 ${sure}%${clause === "" ? "" : `，${clause}`}）`;
}

/** Is what the file states still what is used? */
const isKept = ({ values = {} }: Issue): boolean => values["stated"] === values["used"];

function statedAs({ values = {} }: Issue, language: Language): string {
  const datum = datumLabel(String(values["stated"] ?? ""), language);
  return language === "en" ? `the file says it is in ${datum}` : `文件注明坐标是 ${datum}`;
}

const otherDatum = ({ values = {} }: Issue, language: Language): string =>
  datumLabel(String(values["other"] ?? ""), language);

const apart = ({ values = {} }: Issue, before: string, after: string): string =>
  typeof values["metres"] === "number" ? `${before}${Math.round(values["metres"])}${after}` : "";

const PROJECT_ZH: Readonly<Record<string, string>> = {
  newer: "项目文件的版本（{expected}）比本程序新。请更新程序后再打开；文件未被改动。",
  unrecognized_keys: "项目文件“{path}”处有不认识的内容：{expected}。请删去或改正拼写。",
  too_small: "项目文件“{path}”太少或太小，应 {expected}。",
};
const PROJECT_EN: Readonly<Record<string, string>> = {
  newer:
    "the project file's version ({expected}) is newer than this program. Update the program; the file was not changed.",
  unrecognized_keys:
    "the project file holds something unknown at \u201c{path}\u201d: {expected}. Delete it or correct the spelling.",
  too_small: "the project file has too few or too little at \u201c{path}\u201d; it should be {expected}.",
};

function fieldMissingZh({ severity, values }: Issue): string {
  if (severity === "error") {
    return "没有几何，也没有经度和纬度列，整个图层未使用。现有字段：{found}。请补上经纬度列，或另存为 GeoJSON。";
  }
  return values?.["asked"]
    ? "没有名为“{asked}”的字段（{wanted:fields}），按未知处理，不当作 0。现有字段：{found}。请改用其中一个。"
    : "没有找到“{wanted:fields}”字段，按未知处理，不当作 0。现有字段：{found}。请{setField}，或补上这一列。";
}

function fieldMissingEn({ severity, values }: Issue): string {
  if (severity === "error") {
    return "there is neither a geometry nor a longitude and a latitude column, so the layer was not used. Fields found: {found}. Add the columns, or save it as GeoJSON.";
  }
  return values?.["asked"]
    ? "there is no field called \u201c{asked}\u201d ({wanted:fields}); taken as unknown, not as 0. Fields found: {found}. Name one of these."
    : "no field for {wanted:fields} was found; taken as unknown, not as 0. Fields found: {found}. Please {setField}, or add the column.";
}

function projectZh({ values }: Issue): string {
  return (
    PROJECT_ZH[String(values?.["problem"])] ?? "项目文件“{path}”处有误，应为 {expected}。请更正后再打开。"
  );
}

function projectEn({ values }: Issue): string {
  return (
    PROJECT_EN[String(values?.["problem"])] ??
    "the project file is wrong at \u201c{path}\u201d; expected {expected}. Correct it and open it again."
  );
}
