// Step 数据: which files feed which layer, the network made of them, and what the check found.

import { FilePlus2 } from "lucide-react";
import type { ReactElement } from "react";
import { DEFAULT_NETWORK_SETTINGS } from "../../../core/network/index.ts";
import { openDemo } from "../../commands/open-demo.ts";
import { startAnew } from "../../commands/start-anew.ts";
import { useDataText } from "../../i18n/use-data-text.ts";
import { useText } from "../../i18n/use-text.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { formatCount, formatPlain } from "../../ui/format.ts";
import { CheckReport } from "./check-report.tsx";
import { ExportPanel } from "./export-panel.tsx";
import { LayerList } from "./layer-list.tsx";
import { OpenButton } from "./open-button.tsx";
import "./data.css";

export function DataPanel(): ReactElement {
  const app = useApp();
  const text = useText();
  const words = useDataText();
  const origin = useAppState(({ project }) => project?.origin ?? null);
  return (
    <>
      <section className="stack">
        <div className="button-row">
          <OpenButton label={origin === "files" ? text.data.add : text.data.open} />
          {origin === "files" && (
            <Button onClick={() => void startAnew(app)}>
              <FilePlus2 size={14} aria-hidden="true" />
              {text.data.clear}
            </Button>
          )}
          {origin !== "demo" && (
            <Button kind="plain" onClick={() => void openDemo(app)}>
              {words.demo}
            </Button>
          )}
        </div>
        <p className="quiet hint">{words.hint}</p>
      </section>
      {origin !== null && <LayerList />}
      <NetworkFacts />
      {origin !== null && <CheckReport />}
      {origin !== null && <ExportPanel />}
    </>
  );
}

function NetworkFacts(): ReactElement | null {
  const text = useText();
  const scene = useAppState((state) => state.scene);
  if (scene === null) return null;
  const { report, nodes, edges, components, lengthMeters } = scene;
  return (
    <section className="stack">
      <h2>{text.data.network}</h2>
      {report === null ? (
        <p>{text.data.estimate(formatPlain(DEFAULT_NETWORK_SETTINGS.detourRatio))}</p>
      ) : (
        <ul className="plain">
          <li>
            {text.data.networkFacts(formatCount(nodes), formatCount(edges), formatPlain(lengthMeters / 1000))}
          </li>
          <li className="quiet">{text.data.noding[report.noding]}</li>
          <li className="quiet">
            {text.data.joined(formatCount(report.splits), formatCount(report.nearMisses))}
          </li>
          {components > 1 && <li className="quiet">{text.data.components(formatCount(components))}</li>}
        </ul>
      )}
    </section>
  );
}
