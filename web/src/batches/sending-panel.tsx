import { type ChangeEvent, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Batch } from '../../../src/model/batch.ts';
import { formatBytes, formatNumber } from '../format.ts';
import { useLanguage } from '../i18n/language.tsx';
import { listFiles } from './api.ts';
import { useComing } from './live.ts';
import { type Kept, keptOf } from './sending/kept.ts';
import { type Sending, sendingOf, startSending, stopSending, subscribe } from './sending/sending.ts';
import { type Folder, folderOfHandle, folderOfList, pickFolder, picksFolders, type Walked } from './sending/walk.ts';
import { useBatchWords } from './words.ts';

const LEFT_SHOWN = 5;

function Left({ left }: { left: string[] }) {
  const t = useBatchWords();
  if (left.length === 0) return null;
  const [first, rest] = [left.slice(0, LEFT_SHOWN), left.slice(LEFT_SHOWN)];
  const names = (paths: string[]) => (
    <ul>
      {paths.map((path) => (
        <li key={path}>{path}</li>
      ))}
    </ul>
  );
  return (
    <div className="left">
      <p>
        <strong className="problem">{t.left(formatNumber(left.length))}</strong> {t.leftRemedy}
      </p>
      {names(first)}
      {rest.length > 0 && (
        <details>
          <summary>{t.leftMore(formatNumber(rest.length))}</summary>
          {names(rest)}
        </details>
      )}
    </div>
  );
}

function holdSentence({ hold }: Sending, t: ReturnType<typeof useBatchWords>): string | null {
  if (!hold) return null;
  if (hold.status === 0) return t.hold.offline;
  return hold.status === 401 ? t.hold.signedOut : t.hold.busy;
}

/** What this browser is sending of the batch. */
function Progress({ sending }: { sending: Sending }) {
  const t = useBatchWords();
  const { batch, found, hashed, announced, toSend, sent, bytes } = sending;
  const hold = holdSentence(sending, t);
  return (
    <>
      <div className="head">
        <h2>{t.sendingNow}</h2>
        <button type="button" onClick={() => stopSending(batch)}>
          {t.stop}
        </button>
      </div>
      <div className="steps">
        <label htmlFor="hashed">{t.checked(formatNumber(hashed), formatNumber(found))}</label>
        <progress id="hashed" max={found} value={(hashed + announced) / 2} />
        <label htmlFor="sent">
          {toSend === 0
            ? t.nothingToSend
            : t.sentOf(formatNumber(sent), formatNumber(toSend), formatBytes(bytes.sent), formatBytes(bytes.toSend))}
        </label>
        <progress id="sent" max={bytes.toSend || 1} value={bytes.sent} />
      </div>
      <p className={hold ? 'hold' : 'second'} role="status">
        {hold ?? t.sendingHint}
      </p>
      <Left left={sending.left} />
    </>
  );
}

function Ended({ sending }: { sending: Sending }) {
  const t = useBatchWords();
  const { step, sent, refused, announced, failure } = sending;
  return (
    <>
      <p role="status" className={step === 'failed' ? 'problem' : undefined}>
        {step === 'sent' && t.sendingSent(formatNumber(sent), formatNumber(announced - sent - refused))}
        {refused > 0 && ` ${t.sendingRefused(formatNumber(refused))}`}
        {step === 'stopped' && t.sendingStopped}
        {step === 'failed' && (failure ?? t.sendingFailed)}
      </p>
      <Left left={sending.left} />
    </>
  );
}

/** The folder of a batch that this browser began, as it is kept for the next time. */
function useKept(batch: string, isSending: boolean): Kept | null {
  const [kept, setKept] = useState<Kept | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what is kept changes with each sending's end
  useEffect(() => {
    let here = true;
    void keptOf(batch).then((folder) => here && setKept(folder));
    return () => {
      here = false;
    };
  }, [batch, isSending]);
  return kept;
}

const REST_MS = 2500;

/** Not while files are on their way, nor until the server has told what became of the last of them. */
function useRest(isSending: boolean): boolean {
  const [rests, setRests] = useState(!isSending);
  useEffect(() => {
    if (isSending) return setRests(false);
    const timer = setTimeout(() => setRests(true), REST_MS);
    return () => clearTimeout(timer);
  }, [isSending]);
  return rests && !isSending;
}

type Asked = FileSystemDirectoryHandle & { requestPermission?: (how: { mode: 'read' }) => Promise<PermissionState> };
const mayRead = async (handle: Asked): Promise<boolean> =>
  (await handle.requestPermission?.({ mode: 'read' })) !== 'denied';

/** What is still to be sent, and how to go on: by one button where the browser kept the folder, else by choosing it. */
function StillToSend({ batch, kept, count }: { batch: Batch; kept: Kept | null; count: number }) {
  const t = useBatchWords();
  const { language } = useLanguage();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const name = kept?.name ?? batch.name;

  /** Another folder's files are not to end up in this batch. */
  const belongs = async ({ found }: Walked): Promise<boolean> => {
    const { items } = await listFiles(
      batch.id,
      { state: null, code: null },
      null,
      language,
      new AbortController().signal,
    );
    const known = new Set(items.map(({ path }) => path));
    return known.size === 0 || found.some(({ path }) => known.has(path));
  };
  const goOn = async (folder: Folder) => {
    setBusy(true);
    setProblem(null);
    try {
      const walked = await folder.walk(() => {});
      if (walked.found.length === 0) setProblem(t.folderGone(folder.name));
      else if (!(await belongs(walked))) setProblem(t.otherFolder(folder.name, name));
      else startSending({ batch: batch.id, folder, walked, language });
    } catch {
      setProblem(t.folderRefused);
    } finally {
      setBusy(false);
    }
  };
  const again = async (handle: FileSystemDirectoryHandle) => {
    if (await mayRead(handle).catch(() => false)) await goOn(folderOfHandle(handle));
    else setProblem(t.folderGone(name));
  };
  const choose = () => {
    if (!picksFolders()) return input.current?.click();
    pickFolder().then(
      (folder) => void (folder && goOn(folder)),
      () => input.current?.click(),
    );
  };
  const chosen = (event: ChangeEvent<HTMLInputElement>) => {
    const folder = folderOfList([...(event.target.files ?? [])]);
    event.target.value = '';
    if (folder) void goOn(folder);
  };

  return (
    <>
      <p className="still">
        <strong>{t.stillToSend(formatNumber(count), formatNumber(batch.found + (kept?.unannounced ?? 0)))}</strong>{' '}
        {kept?.handle ? t.goOnHint(name) : t.chooseAgain(name)}
      </p>
      <p className="actions">
        {kept?.handle && (
          <button
            type="button"
            className="primary"
            disabled={busy}
            onClick={() => kept.handle && void again(kept.handle)}
          >
            {t.goOn}
          </button>
        )}
        <button type="button" className={kept?.handle ? undefined : 'primary'} disabled={busy} onClick={choose}>
          {t.chooseFolder}
        </button>
      </p>
      {problem && (
        <p className="problem" role="alert">
          {problem}
        </p>
      )}
      <input
        ref={input}
        type="file"
        multiple
        hidden
        data-input="folder"
        aria-label={t.chooseFolder}
        onChange={chosen}
        {...{ webkitdirectory: '' }}
      />
    </>
  );
}

/** How far this browser is with sending the batch's files, or what is still to be sent of them. */
export function SendingPanel({ batch }: { batch: Batch }) {
  const t = useBatchWords();
  const sending = useSyncExternalStore(subscribe, () => sendingOf(batch.id));
  const isSending = sending?.step === 'sending';
  const kept = useKept(batch.id, isSending);
  const coming = useComing(batch);
  const count = batch.awaited + (kept?.unannounced ?? 0);
  const rests = useRest(isSending);
  const missing = rests && batch.kind === 'files' && batch.state !== 'cancelled' && count > 0;

  if (!sending && !missing) return null;
  return (
    <section className="sending" aria-label={t.sending} data-step={sending?.step ?? 'missing'}>
      {isSending && <Progress sending={sending} />}
      {sending && !isSending && <Ended sending={sending} />}
      {missing && !sending && coming && <p role="status">{t.fromElsewhere(formatNumber(count))}</p>}
      {missing && (sending || !coming) && <StillToSend batch={batch} kept={kept} count={count} />}
    </section>
  );
}
