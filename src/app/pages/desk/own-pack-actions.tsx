// What can be done with a pack copied in this project: named, exported, deleted.

import { Download, Trash2 } from "lucide-react";
import { type ReactElement, useState } from "react";
import type { RulePack } from "../../../core/standards/index.ts";
import { inLanguage } from "../../../messages/findings.ts";
import { packProblemSentence } from "../../../messages/pack-problems.ts";
import { exportPack, removePack, renamePack } from "../../commands/packs/own-packs.ts";
import { useDeskText } from "../../i18n/use-desk-text.ts";
import { useLanguage } from "../../i18n/use-text.ts";
import { isReadOnly } from "../../state/keeping.ts";
import { useApp, useAppState } from "../../state/use-app.ts";
import { Button, IconButton } from "../../ui/button.tsx";
import { EntryField } from "../../ui/entry-field.tsx";

export function OwnPackActions({ pack }: { readonly pack: RulePack }): ReactElement {
  const app = useApp();
  const { rules: words } = useDeskText();
  const language = useLanguage();
  const [refused, setRefused] = useState<string | null>(null);
  const base = useAppState(({ packIndex }) => packIndex.find(({ id }) => id === pack.basedOn?.id));
  const readOnly = useAppState(isReadOnly);
  return (
    <>
      {pack.basedOn !== undefined && (
        <span className="edited-mark">
          {words.basedOn(
            base === undefined ? pack.basedOn.id : inLanguage(base.name, language),
            pack.basedOn.edition,
          )}
        </span>
      )}
      <fieldset className="desk-name" disabled={readOnly}>
        <EntryField
          label={words.rename}
          value={inLanguage(pack.name, language)}
          onEnter={(typed) => {
            void renamePack(app, pack, typed).then(([problem]) =>
              setRefused(problem === undefined ? null : packProblemSentence(problem, pack.id, language)),
            );
            return null;
          }}
        />
        {refused !== null && <p className="refusal">{refused}</p>}
      </fieldset>
      <Button onClick={() => exportPack(app, pack)}>
        <Download size={14} aria-hidden="true" />
        {words.exportJson}
      </Button>
      <IconButton label={words.remove} disabled={readOnly} onClick={() => removePack(app, pack)}>
        <Trash2 size={14} />
      </IconButton>
    </>
  );
}
