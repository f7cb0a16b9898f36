// The rule pack in force, in the top bar. The list of packs loads when it is first opened.

import { ChevronDown, Scale } from "lucide-react";
import { lazy, type ReactElement, Suspense, useState } from "react";
import { editionState } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { useLanguage, useText } from "../../i18n/use-text.ts";
import { packOf } from "../../state/plan-selectors.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Popover } from "../../ui/popover.tsx";

const PackCard = lazy(async () => ({ default: (await import("../desk/pack-card.tsx")).PackCard }));

export function PackChooser(): ReactElement {
  const text = useText();
  const language = useLanguage();
  const pack = useAppState(packOf);
  const app = useApp();
  const standing = pack === null ? "valid" : editionState(pack, app.host.now().slice(0, 10));
  const [open, setOpen] = useState(false);
  return (
    <Popover
      label={text.pack.label}
      onToggle={setOpen}
      trigger={
        <>
          <Scale size={14} aria-hidden="true" />
          <span className="visually-hidden">{text.pack.label}</span>
          <span className="project-name">
            {pack === null
              ? text.pack.none
              : `${inLanguage(pack.name, language)} · ${text.pack.edition(pack.edition)}`}
          </span>
          {standing !== "valid" && <em className="pack-standing">{text.pack.states[standing]}</em>}
          <ChevronDown size={14} aria-hidden="true" />
        </>
      }
    >
      <Suspense>{open && <PackCard />}</Suspense>
    </Popover>
  );
}
