// OpenStreetMap extracts, XML and PBF, as layers: walking network, barriers, buildings, water, green and
// boundaries. What the extract holds is said in figures, so that it can be held against other tools.

import type { TaskControl } from "../base/index.ts";
import { decodeText } from "./decode-text.ts";
import type { TableRead } from "./feature-table.ts";
import type { FileGroup, ReadContext } from "./format.ts";
import { guardRead, makeTable, readOf } from "./make-table.ts";
import { decodeOsmPbf } from "./osm/decode-osm-pbf.ts";
import { decodeOsmXml } from "./osm/decode-osm-xml.ts";
import type { OsmCollector } from "./osm/osm-data.ts";
import { collectOsm } from "./osm/osm-data.ts";
import { osmLayers } from "./osm/osm-layers.ts";

export const readOsmPbf = ({ main }: FileGroup, { control }: ReadContext): Promise<readonly TableRead[]> =>
  readWith(main.name, "osm-pbf", (collector) => decodeOsmPbf(main.bytes, collector, control), control);

export const readOsmXml = (
  { main }: FileGroup,
  { decode, control }: ReadContext,
): Promise<readonly TableRead[]> =>
  readWith(
    main.name,
    "osm-xml",
    (collector) => decodeOsmXml(decodeText(main.bytes, decode).text, collector, control),
    control,
  );

function readWith(
  file: string,
  format: string,
  decodeInto: (collector: OsmCollector) => Promise<void>,
  control: TaskControl,
): Promise<readonly TableRead[]> {
  return guardRead(file, format, async () => {
    const collector = collectOsm();
    await decodeInto(collector);
    await control.pause();
    const data = collector.finish();
    const { layers, walkable, incomplete } = osmLayers(data);
    const values = { ...data.counts, walkable };
    const said: TableRead["issues"] = [
      { code: "osm.counts", severity: "info", file, values },
      ...(incomplete === 0
        ? []
        : [{ code: "osm.incomplete", severity: "info", file, values: { count: incomplete } } as const]),
    ];
    const nothing = { code: "file.noFeatures", severity: "error", file } as const;
    if (layers.length === 0) return [{ table: null, issues: [...said, nothing] }];
    return layers.map(({ name, columns, rows }, i) =>
      readOf(makeTable(file, format, rows, { layer: name, columns, datum: "wgs84" }), i === 0 ? said : []),
    );
  });
}
