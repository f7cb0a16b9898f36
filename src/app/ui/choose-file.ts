// The browser's own file chooser, without an element of ours that would have to stay in the page meanwhile.

/** Calls back with the file; not at all when none was chosen. `accept` as in an input element. */
export function chooseFile(accept: string, onChosen: (file: File) => void): void {
  const input = document.createElement("input");
  input.type = "file";
  input.accept = accept;
  input.addEventListener("change", () => {
    const file = input.files?.[0];
    if (file !== undefined) onChosen(file);
  });
  input.click();
}
