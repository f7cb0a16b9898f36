// The files inside dropped folders, with their paths as names, so that what belongs together stays together (the members
// of a Shapefile, the files of a .gdb). What operating systems leave lying about is passed over.

import type { ReadableFile } from "./open-files.ts";

export async function readFolders(entries: readonly FileSystemEntry[]): Promise<ReadableFile[]> {
  const files: ReadableFile[] = [];
  for (const entry of entries) await walk(entry, files);
  return files;
}

const LITTER = /^(?:\.|~\$|__MACOSX$|Thumbs\.db$|desktop\.ini$)/i;

async function walk(entry: FileSystemEntry, files: ReadableFile[]): Promise<void> {
  if (LITTER.test(entry.name)) return;
  if (isFile(entry)) {
    const file = await new Promise<File>((resolve, reject) => entry.file(resolve, reject));
    files.push({ name: entry.fullPath.replace(/^\//, ""), arrayBuffer: () => file.arrayBuffer() });
  } else if (isFolder(entry)) {
    for (const member of await listEntries(entry)) await walk(member, files);
  }
}

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isFolder = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;

/** Browsers hand a folder over in batches of a hundred, until an empty one. */
async function listEntries(folder: FileSystemDirectoryEntry): Promise<FileSystemEntry[]> {
  const reader = folder.createReader();
  const all: FileSystemEntry[] = [];
  for (;;) {
    const batch = await new Promise<FileSystemEntry[]>((resolve, reject) =>
      reader.readEntries(resolve, reject),
    );
    if (batch.length === 0) return all.sort((a, b) => (a.name < b.name ? -1 : 1));
    all.push(...batch);
  }
}
