import { openAsBlob } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { DocumentView, Upload } from '../model/index.ts';

const POLL_MS = 150;

/** The files of a folder with one of these extensions, in order. */
export async function filesIn(directory: string, extension: string): Promise<string[]> {
  const names = await readdir(directory);
  return names
    .filter((name) => name.endsWith(extension))
    .sort()
    .map((name) => join(directory, name));
}

/** Uploads files over HTTP, all in one form, as a clerk's browser does; resolves to the ids of their documents. */
export async function upload(server: string, files: readonly string[], stop: AbortSignal): Promise<string[]> {
  const form = new FormData();
  for (const file of files) form.append('file', await openAsBlob(file), basename(file));
  const response = await fetch(`${server}/api/v1/documents`, { method: 'POST', body: form, signal: stop });
  const answer = await response.json();
  if (!response.ok) throw new Error(`The upload was refused: ${JSON.stringify(answer)}`);
  return Upload.parse(answer).documents.map(({ id }) => id);
}

/** Asks for each document until none is queued or processing; `onChange` hears of every state on the way. */
export async function settled(
  server: string,
  ids: readonly string[],
  { stop, onChange }: { stop: AbortSignal; onChange: (documents: DocumentView[]) => void },
): Promise<DocumentView[]> {
  for (;;) {
    const documents = await Promise.all(ids.map((id) => documentAt(server, id, stop)));
    onChange(documents);
    if (documents.every(({ status }) => status !== 'queued' && status !== 'processing')) return documents;
    await sleep(POLL_MS, null, { signal: stop });
  }
}

async function documentAt(server: string, id: string, signal: AbortSignal): Promise<DocumentView> {
  const response = await fetch(`${server}/api/v1/documents/${id}`, { headers: { 'accept-language': 'en' }, signal });
  if (!response.ok) throw new Error(`Document ${id} answered with status ${response.status}.`);
  return DocumentView.parse(await response.json());
}

/** What the demo says of one report. */
export function describe(document: DocumentView, page: string): string {
  const { filename, metadata, counts, error } = document;
  if (error) return `${filename}\n  ${error.code}: ${error.message} ${error.remedy}\n  ${page}`;
  const place = metadata?.place;
  const province = place?.province && place.province.name !== place.name ? `, ${place.province.name}` : '';
  const period = metadata?.period;
  return [
    `${filename}`,
    `  place    ${place ? place.name + province : 'not stated'}`,
    `  period   ${period ? `${period.label} (${period.start} to ${period.end})` : 'not stated'}`,
    `  found    ${counts?.sections ?? 0} sections, ${counts?.figures ?? 0} figures, ${counts?.failedChecks ?? 0} failed checks`,
    `  page     ${page}`,
  ].join('\n');
}
