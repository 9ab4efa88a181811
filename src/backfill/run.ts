import { setTimeout as sleep } from 'node:timers/promises';
import type { AnnouncedFile, Given } from '../model/batch.ts';
import { ahead } from './ahead.ts';
import { hashOf } from './content.ts';
import { LocalFailure } from './failures.ts';
import type { DiskFile, Found, Skipped, Step } from './found.ts';
import { givenByFolders } from './given.ts';
import { asFailure, type Finding, look } from './look.ts';
import type { Manifest } from './manifest.ts';
import { GivenUp, Patience, type Waiting } from './patience.ts';
import { Rate, secondsLeft } from './rate.ts';
import { keyOf, type Root } from './roots.ts';
import { Sender, type Sending } from './sender.ts';
import { isSame, stampOf } from './settle.ts';
import type { LedgerBatch, LedgerFile, Target } from './target.ts';
import { type Language, problemOf, type Totals, totalsOf } from './totals.ts';
import { walk } from './walk.ts';
import type { Wanted } from './wanted.ts';

export interface Backfill {
  roots: readonly Root[];
  /** Folders that were asked for and are not there. */
  missing: readonly { path: string; error: unknown }[];
  /** Of the batch of files whose batch the manifest does not name. */
  name: string;
  manifest: Manifest | null;
  wanted: Wanted;
  /** Files and folders of ours that are never to be sent. */
  own: ReadonlySet<string>;
  /** Files sent at once. */
  concurrency: number;
  /** How often folders are looked at again, in milliseconds; null: once. */
  watch: number | null;
  /** How long a server that does not answer is waited for, in milliseconds. */
  patience: number;
  /** No report is of a later year. */
  latestYear: number;
  language: Language;
  signal: AbortSignal;
}

export type Problem = { code: string; message: string; remedy: string };

export type Event =
  | { event: 'batch'; id: string; name: string; found: number }
  | ({ event: 'failed'; file: string } & Problem)
  | { event: 'waiting'; reason: string; seconds: number }
  | { event: 'back' }
  | { event: 'paused'; batch: string }
  | { event: 'stale'; count: number }
  | ({ event: 'progress' } & Progress);

export interface Progress extends Totals {
  /** Files sent by this run. */
  sent: number;
  /** Every folder has been looked through. */
  walked: boolean;
  /** Files that came to an end, a second. */
  perSecond: number | null;
  secondsLeft: number | null;
}

export interface Ended {
  totals: Totals;
  sent: number;
  batches: { id: string; name: string }[];
  /** Every folder has been looked through. */
  walked: boolean;
  /** Why it ended before everything was at its end; null where it is. */
  stopped: 'given up' | 'interrupted' | null;
  /** What a person is told of why. */
  reason: string | null;
  /** What never reached the ledger, for the report. */
  local: { path: string; state: 'failed' | 'skipped'; problem: Problem }[];
  /** Files in the ledger that wait for bytes which will not come, by batch and path. */
  unsent: ReadonlyMap<string, Problem>;
}

/** Files announced in one request. */
const ANNOUNCED = 1000;
/** Those found wait no longer than this for others to be announced with, in milliseconds. */
const GATHER = 1000;
/** Files read at once to be hashed. */
const HASHED = 4;
const LOOK = 1000;
/** How often files that changed while they were read are looked at again. */
const ROUNDS = 5;
/** How long the ledger is watched for bytes that only somebody else can bring, in milliseconds. */
const STALE = 5000;

type Ready = { found: Found; file: AnnouncedFile; batch: string };

export const inBatch = (batch: string, path: string): string => `${batch}\n${path}`;

/** The batch a file goes to, and what is known of it: by the manifest, and by its folders where that says nothing. */
export const givenTo = (
  path: string,
  { manifest, latestYear, name }: Pick<Backfill, 'manifest' | 'latestYear' | 'name'>,
): { given: Given; batch: string } => {
  const listed = manifest?.find(path) ?? null;
  const folders = givenByFolders(path, latestYear);
  const given = { place: listed?.given.place ?? folders.place, year: listed?.given.year ?? folders.year };
  return { given, batch: listed?.batch ?? name };
};

/** Runs a back-fill to its end. Throws what the target refuses as a whole. */
export class Run {
  readonly #target: Target;
  readonly #how: Backfill;
  readonly #tell: (event: Event) => void;
  /** Aborted by the caller, or where the sending has been given up. */
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #ask: Patience;
  readonly #sender: Sender;

  /** By name. */
  readonly #batches = new Map<string, LedgerBatch>();
  readonly #failed = new Map<string, LocalFailure>();
  readonly #unsent = new Map<string, LocalFailure>();
  readonly #skipped = new Map<string, Skipped>();
  readonly #excluded = new Set<string>();
  /** What has been looked at, by the path on disk. */
  readonly #seen = new Map<string, DiskFile>();
  readonly #changed = new Map<string, DiskFile>();
  /** How often each file has changed under our hands. */
  readonly #rounds = new Map<string, number>();
  /** What was not sent because the same bytes were, by batch and path. */
  readonly #settledByTwin = new Map<string, Sending>();
  readonly #rate = new Rate();
  #looking: Promise<unknown> = Promise.resolve();
  #sent = 0;
  #walked = false;
  #paused = new Set<string>();

  constructor(target: Target, how: Backfill, tell: (event: Event) => void) {
    this.#target = target;
    this.#how = how;
    this.#tell = tell;
    this.#signal = AbortSignal.any([how.signal, this.#stop.signal]);
    const patience = () =>
      new Patience({ patience: how.patience, signal: this.#signal, tell: (waiting) => this.#waiting(waiting) });
    this.#ask = patience();
    this.#sender = new Sender({
      target,
      patience: patience(),
      lanes: how.concurrency,
      signal: this.#signal,
      hooks: {
        sent: (_, twins) => {
          this.#sent += 1;
          for (const twin of twins) this.#settledByTwin.set(inBatch(twin.batch, twin.file.path), twin);
        },
        changed: ({ found }) => this.#lookAgain(found.disk),
        failed: (sending, failure) => this.#notSent(sending, failure),
      },
    });
  }

  async run(): Promise<Ended> {
    let stopped: Ended['stopped'] = null;
    let reason: string | null = null;
    const watching = this.#watchLedger();
    try {
      await Promise.race([this.#everything(), this.#sender.failed()]);
    } catch (error) {
      if (error instanceof GivenUp) [stopped, reason] = ['given up', error.message];
      else if (this.#how.signal.aborted) stopped = 'interrupted';
      else throw error;
    } finally {
      this.#stop.abort();
      await watching;
      await this.#sender.close().catch(() => undefined);
    }
    return this.#ended(stopped, reason);
  }

  /** Extracts again what an engine older than `below` extracted, of these folders or of all, and waits for its end. */
  async extractAgain(below: string): Promise<Ended> {
    const { roots, name } = this.#how;
    const key = keyOf(roots, name);
    const of = roots.length > 0 ? await this.#ask.until(() => this.#target.openBatch({ name, key })) : null;
    this.#opened(await this.#ask.until(() => this.#target.extractAgain({ below, ...(of && { batch: of.id }) })));
    this.#walked = true;
    return this.run();
  }

  async #everything(): Promise<void> {
    if (!this.#walked) await this.#bring();
    await this.#sender.close();
    await this.#untilSettled();
  }

  async #bring(): Promise<void> {
    const { roots, missing, watch, manifest, signal } = this.#how;
    for (const { path, error } of missing) this.#fail(path, asFailure(error));
    for (;;) {
      await this.#pass(walk(roots, this.#how));
      await this.#again();
      this.#walked = true;
      if (watch === null) break;
      await sleep(watch, undefined, { signal });
    }
    for (const { file } of manifest?.unfound() ?? []) this.#fail(file, new LocalFailure('missing'));
  }

  /** Files that changed under our hands, until they are left alone. */
  async #again(): Promise<void> {
    await this.#sender.idle();
    while (this.#changed.size > 0) {
      const disks = [...this.#changed.values()];
      this.#changed.clear();
      const tooOften = (disk: DiskFile): boolean => (this.#rounds.get(disk.path) ?? 0) > ROUNDS;
      for (const disk of disks.filter(tooOften)) this.#fail(disk.path, new LocalFailure('changing'));
      await this.#pass(lookedAtAgain(disks.filter((disk) => !tooOften(disk))));
      await this.#sender.idle();
    }
  }

  async #pass(steps: AsyncIterable<Step>): Promise<void> {
    const findings = look(steps, {
      wanted: this.#how.wanted,
      signal: this.#signal,
      isKnown: (file) => {
        const seen = this.#seen.get(file.path);
        return seen !== undefined && isSame(seen, file);
      },
    });
    let gathered: Ready[] = [];
    let since = Date.now();
    const flush = async (): Promise<void> => {
      const files = gathered;
      gathered = [];
      since = Date.now();
      for (const [name, some] of Map.groupBy(files, ({ batch }) => batch)) await this.#announce(name, some);
    };
    for await (const ready of ahead(findings, HASHED, (finding) => this.#take(finding))) {
      if (ready !== 'moment' && ready !== null) gathered.push(ready);
      const isDue = gathered.length >= ANNOUNCED || Date.now() - since >= GATHER || ready === 'moment';
      if (isDue && gathered.length > 0) await flush();
    }
    await flush();
  }

  /** Hashes a file that was found and says where it belongs; everything else is only noted. */
  async #take(finding: Finding): Promise<Ready | 'moment' | null> {
    this.#signal.throwIfAborted();
    if (finding.kind === 'moment') return 'moment';
    const path = finding.kind === 'file' ? finding.found.path : finding.path;
    const { given, batch } = givenTo(path, this.#how);
    if (finding.kind === 'skipped') return this.#skip(path, finding.why);
    if (finding.kind === 'failed') return this.#fail(path, finding.failure);
    const { found } = finding;
    if (path.length > 4000) return this.#fail(path, new LocalFailure('path_too_long'));
    try {
      const hashed = await hashOf(found.open());
      const now = await stampOf(found.disk);
      if (!isSame(now, found.disk)) return this.#lookAgain(found.disk);
      this.#seen.set(found.disk.path, found.disk);
      return { found, file: { path, ...hashed, given }, batch };
    } catch (error) {
      this.#signal.throwIfAborted();
      return this.#fail(path, asFailure(error));
    }
  }

  async #batch(name: string): Promise<LedgerBatch> {
    const known = this.#batches.get(name);
    if (known) return known;
    const key = keyOf(this.#how.roots, name);
    const batch = await this.#ask.until(() => this.#target.openBatch({ name, key }));
    this.#opened({ ...batch, name });
    return batch;
  }

  #opened(batch: LedgerBatch): void {
    this.#batches.set(batch.name, batch);
    this.#tell({ event: 'batch', id: batch.id, name: batch.name, found: batch.found });
  }

  async #announce(name: string, ready: readonly Ready[]): Promise<void> {
    const { id } = await this.#batch(name);
    for (let start = 0; start < ready.length; start += ANNOUNCED) {
      const some = ready.slice(start, start + ANNOUNCED);
      const answers = await this.#ask.until(() =>
        this.#target.announce(
          id,
          some.map(({ file }) => file),
        ),
      );
      some.forEach(({ file, found }, i) => {
        this.#failed.delete(file.path);
        this.#unsent.delete(inBatch(id, file.path));
        if (answers[i]?.awaited) this.#sender.add({ batch: id, file, found });
      });
    }
  }

  #skip(path: string, why: Skipped): null {
    if (why === 'excluded') this.#excluded.add(path);
    else this.#skipped.set(path, why);
    return null;
  }

  #fail(path: string, failure: LocalFailure): null {
    // Somebody who watches a folder waits for files that are still being written.
    if (failure.code === 'changing' && this.#how.watch !== null) return null;
    if (this.#failed.get(path)?.code !== failure.code) {
      this.#tell({ event: 'failed', file: path, ...problemOf(failure, this.#how.language) });
    }
    this.#failed.set(path, failure);
    return null;
  }

  #notSent({ batch, file, found }: Sending, failure: LocalFailure): void {
    this.#seen.delete(found.disk.path);
    this.#unsent.set(inBatch(batch, file.path), failure);
    this.#tell({ event: 'failed', file: file.path, ...problemOf(failure, this.#how.language) });
  }

  #lookAgain(disk: DiskFile): null {
    this.#seen.delete(disk.path);
    if (!this.#changed.has(disk.path)) this.#rounds.set(disk.path, (this.#rounds.get(disk.path) ?? 0) + 1);
    this.#changed.set(disk.path, disk);
    return null;
  }

  #waiting(waiting: Waiting | null): void {
    if (waiting === null) this.#tell({ event: 'back' });
    else this.#tell({ event: 'waiting', reason: waiting.reason, seconds: Math.round(waiting.patience / 1000) });
  }

  /** Tells how far the ledger is, every second. Whether the server is there is the business of those who need it. */
  async #watchLedger(): Promise<void> {
    while (!this.#signal.aborted) {
      await this.#refresh().catch(() => undefined);
      this.#progress();
      await sleep(LOOK, undefined, { signal: this.#signal }).catch(() => undefined);
    }
  }

  /** One look after the other: an earlier answer that comes late must not stand for a later one. */
  #refresh(): Promise<void> {
    const look = this.#looking.then(() => this.#look());
    this.#looking = look.catch(() => undefined);
    return look;
  }

  async #look(): Promise<void> {
    for (const [name, { id }] of [...this.#batches]) {
      const batch = await this.#target.batch(id);
      this.#batches.set(name, { ...batch, name });
      if (batch.state !== 'paused') this.#paused.delete(id);
      else if (!this.#paused.has(id)) {
        this.#paused.add(id);
        this.#tell({ event: 'paused', batch: name });
      }
    }
  }

  #progress(): void {
    const totals = this.#totals();
    const perSecond = this.#rate.see(totals.done + totals.duplicate + totals.failed, Date.now());
    this.#tell({
      event: 'progress',
      ...totals,
      sent: this.#sent,
      walked: this.#walked,
      perSecond,
      secondsLeft: this.#walked ? secondsLeft(totals.pending, perSecond) : null,
    });
  }

  #totals(): Totals {
    const skipped = new Map<Skipped, number>();
    for (const why of this.#skipped.values()) skipped.set(why, (skipped.get(why) ?? 0) + 1);
    if (this.#excluded.size > 0) skipped.set('excluded', this.#excluded.size);
    const local = { failed: this.#failed, unsent: this.#unsent, skipped };
    return totalsOf([...this.#batches.values()], local, this.#how.language);
  }

  /** Until no file of the batches is pending but those whose bytes will not come. */
  async #untilSettled(): Promise<void> {
    let stale = { count: 0, since: 0 };
    for (;;) {
      await this.#ask.until(() => this.#refresh());
      const { pending, awaited } = sum([...this.#batches.values()]);
      if (pending === awaited) {
        const left = await this.#ask.until(() => this.#awaited());
        const twins = left.flatMap((key) => this.#settledByTwin.get(key) ?? []);
        if (twins.length > 0) {
          await this.#sendTwins(twins);
          continue;
        }
        const count = left.filter((key) => !this.#unsent.has(key)).length;
        for (const key of this.#unsent.keys()) if (!left.includes(key)) this.#unsent.delete(key);
        if (count === 0) return;
        if (stale.count !== count) stale = { count, since: Date.now() };
        else if (Date.now() - stale.since >= STALE) return this.#tell({ event: 'stale', count });
      }
      await sleep(LOOK / 4, undefined, { signal: this.#signal });
    }
  }

  /** Announced in the moment in which the same bytes came: neither the one nor the other saw that they are settled. */
  async #sendTwins(twins: readonly Sending[]): Promise<void> {
    const { concurrency: lanes } = this.#how;
    const hooks = {
      sent: () => undefined,
      changed: (twin: Sending) => this.#notSent(twin, new LocalFailure('changing')),
      failed: (twin: Sending, failure: LocalFailure) => this.#notSent(twin, failure),
    };
    const sender = new Sender({ target: this.#target, patience: this.#ask, lanes, signal: this.#signal, hooks });
    for (const twin of twins) {
      this.#settledByTwin.delete(inBatch(twin.batch, twin.file.path));
      sender.add(twin);
    }
    await sender.close();
  }

  async #awaited(): Promise<string[]> {
    const keys: string[] = [];
    for (const { id, awaited } of this.#batches.values()) {
      if (awaited === 0) continue;
      for await (const file of filesOf(this.#target, id, 'pending'))
        if (file.awaited) keys.push(inBatch(id, file.path));
    }
    return keys;
  }

  async #ended(stopped: Ended['stopped'], reason: string | null): Promise<Ended> {
    if (stopped !== null) {
      await this.#refresh().catch(() => undefined);
      // What was not sent may still be; only what the ledger does not know of is certain.
      this.#unsent.clear();
    }
    this.#progress();
    const { language } = this.#how;
    const failed = [...this.#failed].map(([path, failure]) => ({
      path,
      state: 'failed' as const,
      problem: problemOf(failure, language),
    }));
    const skipped = [...this.#skipped].map(([path, why]) => ({
      path,
      state: 'skipped' as const,
      problem: skippedFor(why, language),
    }));
    return {
      totals: this.#totals(),
      sent: this.#sent,
      walked: this.#walked,
      batches: [...this.#batches.values()].map(({ id, name }) => ({ id, name })),
      stopped,
      reason,
      local: [...failed, ...skipped],
      unsent: new Map([...this.#unsent].map(([key, failure]) => [key, problemOf(failure, language)])),
    };
  }
}

const sum = (batches: readonly LedgerBatch[]): { pending: number; awaited: number } => ({
  pending: batches.reduce((all, { pending }) => all + pending, 0),
  awaited: batches.reduce((all, { awaited }) => all + awaited, 0),
});

/** Every file of a batch, page by page. */
export async function* filesOf(target: Target, batch: string, state?: LedgerFile['state']): AsyncGenerator<LedgerFile> {
  let cursor: string | null = '';
  while (cursor !== null) {
    const page: Awaited<ReturnType<Target['files']>> = await target.files(batch, {
      ...(state && { state }),
      ...(cursor && { cursor }),
    });
    yield* page.items;
    cursor = page.next;
  }
}

async function* lookedAtAgain(disks: readonly DiskFile[]): AsyncGenerator<Step> {
  for (const disk of disks) {
    const { path } = disk;
    const stamp = await stampOf(disk).catch((error: unknown) => ({ error }));
    if ('error' in stamp) yield { kind: 'failed', path, error: stamp.error };
    else yield { kind: 'file', file: { ...disk, ...stamp } };
  }
}

const WHY: Record<Skipped, { vi: string; en: string }> = {
  system: { vi: 'Tệp ẩn hoặc tệp tạm của hệ thống.', en: 'A hidden file, or one that systems leave behind.' },
  link: {
    vi: 'Liên kết; nội dung được lấy ở nơi tệp thật nằm.',
    en: 'A link; what it leads to is taken where it lies.',
  },
  special: { vi: 'Không phải tệp thông thường.', en: 'No ordinary file.' },
  own: { vi: 'Tệp hoặc thư mục của chính ansinh.', en: 'A file or folder of ansinh itself.' },
  excluded: { vi: 'Bị loại theo yêu cầu.', en: 'Left out as asked.' },
};
const skippedFor = (why: Skipped, language: Language): Problem => ({
  code: why,
  message: WHY[why][language],
  remedy: '',
});
