// Whose walking times count: our own network's, or those of a table made elsewhere, chosen or dropped here.

import { type DragEvent, type ReactElement, useState } from "react";
import { changeSiting } from "../../commands/siting/change-siting.ts";
import { useSitingText } from "../../i18n/use-siting-text.ts";
import type { SiteWork, TravelTable } from "../../state/site-work.ts";
import { useApp } from "../../state/use-app.ts";
import { Button } from "../../ui/button.tsx";
import { chooseFile } from "../../ui/choose-file.ts";
import { Segmented } from "../../ui/segmented.tsx";

export function TravelTableField({ work }: { readonly work: SiteWork }): ReactElement {
  const app = useApp();
  const text = useSitingText().ask;
  const [over, setOver] = useState(false);
  const { table } = work;
  const take = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    const bytes = new Uint8Array(await file.arrayBuffer());
    const unit: TravelTable["unit"] = /min|分钟/i.test(file.name) ? "minutes" : (table?.unit ?? "minutes");
    changeSiting(app, { table: { file: file.name, bytes, unit }, fault: null });
  };
  const hold = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(event.type === "dragenter" || event.type === "dragover");
  };
  return (
    <fieldset
      className="travel-table"
      aria-label={text.table}
      data-over={over || undefined}
      onDragEnter={hold}
      onDragOver={hold}
      onDragLeave={hold}
      onDrop={(event) => {
        hold(event);
        void take(event.dataTransfer.files[0]);
      }}
    >
      <p>{table === null ? text.ownWalks : text.tableOf(table.file)}</p>
      {table !== null && (
        <Segmented
          label={text.table}
          value={table.unit}
          options={(["minutes", "metres"] as const).map((value) => ({ value, label: text.units[value] }))}
          onChange={(unit) => changeSiting(app, { table: { ...table, unit }, fault: null })}
        />
      )}
      <div className="button-row">
        <Button onClick={() => chooseFile(".csv,.tsv,.txt", (file) => void take(file))}>
          {text.openTable}
        </Button>
        {table !== null && (
          <Button kind="plain" onClick={() => changeSiting(app, { table: null, fault: null })}>
            {text.ownAgain}
          </Button>
        )}
      </div>
      <p className="quiet note">{text.dropTable}</p>
    </fieldset>
  );
}
