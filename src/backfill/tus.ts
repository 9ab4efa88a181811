import type { AnnouncedFile } from '../model/batch.ts';
import type { Call } from './call.ts';
import { pieces } from './content.ts';
import { Refused, Unavailable } from './target.ts';

const TUS = { 'tus-resumable': '1.0.0' };
const TYPE = 'application/offset+octet-stream';
/** How often a piece is sent on after its connection was cut; then the file waits until the server is there again. */
const RESUMES = 5;

const metadata = (fields: Record<string, string>): string =>
  Object.entries(fields)
    .map(([name, value]) => `${name} ${Buffer.from(value).toString('base64')}`)
    .join(',');

const offsetOf = (response: Response): number => Number(response.headers.get('upload-offset') ?? Number.NaN);

/**
 * Sends a file in pieces (tus 1.0). A connection that is cut costs a part of one piece: the server says how much of it has
 * come. Our own client, because tus-js-client sends the last piece before we know that the file is still the one that
 * was announced, and waits as long as it likes and not as long as the server asks.
 */
export const sendInPieces = async (
  { call, base }: { call: Call; base: string },
  batch: string,
  file: AnnouncedFile,
  open: () => AsyncIterable<Buffer>,
  size: number,
): Promise<void> => {
  const created = await call('POST', 'api/v1/uploads', undefined, {
    ...TUS,
    'upload-length': `${file.bytes}`,
    'upload-metadata': metadata({ filename: file.path, batch, sha256: file.sha256 }),
  });
  const location = created.headers.get('location');
  if (!location) throw new Unavailable('it began no upload');
  // A proxy may hide its address from the server: only the path counts.
  const { pathname, search } = new URL(location, new URL('api/v1/uploads', `${base}/`));
  const upload = new URL(pathname + search, base).href;
  let sent = 0;
  try {
    for await (const piece of pieces(open(), size)) {
      await sendPiece(call, upload, piece, sent);
      sent += piece.length;
    }
  } catch (error) {
    await call('DELETE', upload, undefined, TUS).catch(() => undefined);
    throw error;
  }
};

const sendPiece = async (call: Call, upload: string, piece: Buffer, start: number): Promise<void> => {
  let at = start;
  for (let resumes = 0; at < start + piece.length; ) {
    try {
      const content = Buffer.from(piece.subarray(at - start));
      at = offsetOf(await call('PATCH', upload, { type: TYPE, content }, { ...TUS, 'upload-offset': `${at}` }));
    } catch (error) {
      const isConflict = error instanceof Refused && error.status === 409;
      if ((!(error instanceof Unavailable) && !isConflict) || ++resumes > RESUMES) throw error;
      at = await resumed(call, upload, error);
    }
    if (!(at >= start && at <= start + piece.length)) throw new Unavailable('it lost what had been sent of the file');
  }
};

/** How much has come. */
const resumed = async (call: Call, upload: string, cause: unknown): Promise<number> => {
  try {
    return offsetOf(await call('HEAD', upload, undefined, TUS));
  } catch (error) {
    // An upload that the server has taken to its end may be forgotten; sending again finds out.
    throw error instanceof Refused ? cause : error;
  }
};
