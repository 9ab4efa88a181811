/** A file of a folder: its path in it, and its bytes as they were when the folder was walked. */
export interface Found {
  path: string;
  file: File;
}

/** What a walk brings home; `lost` names what is there and could not be opened. */
export interface Walked {
  found: Found[];
  lost: string[];
}

/** A folder that was chosen or dropped, or several things dropped at once. */
export interface Folder {
  name: string;
  /** Null where this browser keeps no folder for the next time. */
  handle: FileSystemDirectoryHandle | null;
  walk(onFound: (soFar: number) => void): Promise<Walked>;
}

/** What an operating system or Word leaves in a folder without anybody wanting it: .DS_Store, Thumbs.db, ~$lock. */
export const isStray = (name: string): boolean => /^(\.|~\$|thumbs\.db$|desktop\.ini$)/i.test(name);

const isFile = (entry: FileSystemEntry): entry is FileSystemFileEntry => entry.isFile;
const isDirectory = (entry: FileSystemEntry): entry is FileSystemDirectoryEntry => entry.isDirectory;
/** "Xã 9" before "Xã 10", as a person lists them. */
const order = new Intl.Collator('vi', { numeric: true });
const inOrder = (found: Found[]): Found[] => found.sort((a, b) => order.compare(a.path, b.path));
const under = (folder: string, name: string): string => (folder ? `${folder}/${name}` : name);

export const fileOf = (entry: FileSystemFileEntry): Promise<File> =>
  new Promise((resolve, reject) => entry.file(resolve, reject));

/** `readEntries` gives a hundred at a time, and nothing at the end. */
async function* entriesOf(folder: FileSystemDirectoryEntry): AsyncIterable<FileSystemEntry> {
  const reader = folder.createReader();
  for (;;) {
    const some = await new Promise<FileSystemEntry[]>((resolve, reject) => reader.readEntries(resolve, reject));
    if (some.length === 0) return;
    yield* some;
  }
}

/** One thing in a folder, whichever of a browser's two ways of folders it came by. */
interface Node {
  name: string;
  file: (() => Promise<File>) | null;
  inside: (() => AsyncIterable<Node>) | null;
}

const ofEntry = (entry: FileSystemEntry): Node => ({
  name: entry.name,
  file: isFile(entry) ? () => fileOf(entry) : null,
  inside: isDirectory(entry)
    ? async function* () {
        for await (const one of entriesOf(entry)) yield ofEntry(one);
      }
    : null,
});

const ofHandle = (handle: FileSystemHandle): Node => ({
  name: handle.name,
  file: handle.kind === 'file' ? () => (handle as FileSystemFileHandle).getFile() : null,
  inside:
    handle.kind === 'directory'
      ? async function* () {
          for await (const one of (handle as FileSystemDirectoryHandle).values()) yield ofHandle(one);
        }
      : null,
});

/** All files below `nodes`, one after the other; what cannot be opened is named and the rest goes on. */
async function walk(nodes: Iterable<Node> | AsyncIterable<Node>, onFound: (soFar: number) => void): Promise<Walked> {
  const home: Walked = { found: [], lost: [] };
  const into = async (some: Iterable<Node> | AsyncIterable<Node>, folder: string): Promise<void> => {
    try {
      for await (const node of some) {
        if (isStray(node.name)) continue;
        const path = under(folder, node.name);
        if (node.inside) await into(node.inside(), path);
        else if (node.file) {
          await node.file().then(
            (file) => onFound(home.found.push({ path, file })),
            () => home.lost.push(path),
          );
        }
      }
    } catch {
      home.lost.push(folder);
    }
  };
  await into(nodes, '');
  inOrder(home.found);
  return home;
}

export const folderOfHandle = (handle: FileSystemDirectoryHandle): Folder => ({
  name: handle.name,
  handle,
  walk: (onFound) => walk(ofHandle(handle).inside?.() ?? [], onFound),
});

/** What `<input webkitdirectory>` gives: "Folder/2023/a.docx" for each file. */
export function folderOfList(files: File[]): Folder | null {
  const name = files[0]?.webkitRelativePath.split('/')[0];
  if (!name) return null;
  const found = files
    .map((file) => ({ path: file.webkitRelativePath.slice(name.length + 1), file }))
    .filter(({ path }) => !path.split('/').some(isStray));
  return { name, handle: null, walk: async () => ({ found: inOrder(found), lost: [] }) };
}

/** Loose files: so many that one by one they would not be seen. */
export function folderOfFiles(files: File[], name: string): Folder {
  const found = files.map((file) => ({ path: file.name, file }));
  return { name, handle: null, walk: async () => ({ found, lost: [] }) };
}

/** One folder: its files by their paths in it. Several things: by their paths from where they all lie. */
function folderOfEntries(entries: FileSystemEntry[], handle: FileSystemDirectoryHandle | null): Folder {
  const [only] = entries.map(ofEntry);
  const nodes = () => (entries.length === 1 && only?.inside ? only.inside() : entries.map(ofEntry));
  return {
    name: entries
      .map(({ name }) => name)
      .join(', ')
      .slice(0, 200),
    handle,
    walk: (onFound) => walk(nodes(), onFound),
  };
}

type KeepsFolders = DataTransferItem & { getAsFileSystemHandle?: () => Promise<FileSystemHandle | null> };

/** A drop: loose files, or a folder where any was among them. Its entries are read before it waits: they are gone afterwards. */
export async function dropped(transfer: DataTransfer): Promise<{ files: File[]; folder: Folder | null }> {
  const items = [...transfer.items].filter(({ kind }) => kind === 'file') as KeepsFolders[];
  const loose = [...transfer.files];
  const entries = items.map((item) => item.webkitGetAsEntry()).filter((entry) => entry !== null);
  if (!entries.some(isDirectory)) return { files: loose.filter(({ name }) => !isStray(name)), folder: null };
  const kept = items.length === 1 ? await items[0]?.getAsFileSystemHandle?.().catch(() => null) : null;
  const handle = kept?.kind === 'directory' ? (kept as FileSystemDirectoryHandle) : null;
  return { files: [], folder: folderOfEntries(entries, handle) };
}

type PicksFolders = { showDirectoryPicker?: (options: { mode: 'read' }) => Promise<FileSystemDirectoryHandle> };
export const picksFolders = (): boolean => 'showDirectoryPicker' in window;

/** The browser's own question for a folder it can keep; null where the person thought better of it. */
export const pickFolder = async (): Promise<Folder | null> => {
  const handle = await (window as PicksFolders).showDirectoryPicker?.({ mode: 'read' }).catch((error: unknown) => {
    if (error instanceof DOMException && error.name === 'AbortError') return undefined;
    throw error;
  });
  return handle ? folderOfHandle(handle) : null;
};
