import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import type { Service } from '../../src/app/index.ts';
import { compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { AnnouncedFile, Batch, BatchFile, BatchFileState } from '../../src/model/index.ts';
import { type Harness, newBatch, submit } from './harness.ts';
import { LAN } from './people.ts';
import { otherReport } from './texts.ts';

const announced = (path: string, text: string): AnnouncedFile => ({
  path,
  sha256: createHash('sha256').update(text).digest('hex'),
  bytes: Buffer.byteLength(text),
});

/** What every size of the service promises of batches. No worker runs. */
export const batchTests = (harness: () => Harness): void => {
  const service = (): Service => harness().service;
  let serial = 50_000;
  const newReport = (): string => {
    serial += 1;
    return otherReport(serial);
  };
  const announce = async (batch: string, ...files: AnnouncedFile[]): Promise<BatchFile[]> =>
    (await service().announce(batch, files, 'en')) ?? [];
  const act = async (batch: string, action: 'pause' | 'resume' | 'cancel'): Promise<Batch> =>
    (await service().actOnBatch(batch, { action }, 'en')) as Batch;
  const retry = async (batch: string, code?: string): Promise<Batch> =>
    (await service().actOnBatch(batch, { action: 'retry', ...(code && { code }) }, 'en')) as Batch;
  const status = async (id: string) => (await service().document(id, 'en'))?.status;

  /** The batch, after all its files have been counted one by one. */
  const counted = async (id: string): Promise<Batch> => {
    const batch = (await service().batch(id, 'en')) as Batch;
    const files: BatchFile[] = [];
    for await (const file of (await service().everyBatchFile(id, 'en')) ?? []) files.push(file);
    const of = (state: BatchFileState) => files.filter((file) => file.state === state).length;
    expect(batch).toMatchObject({
      found: files.length,
      done: of('done'),
      duplicate: of('duplicate'),
      failed: of('failed'),
      pending: of('pending'),
      awaited: files.filter(({ awaited }) => awaited).length,
    });
    expect(batch.done + batch.duplicate + batch.failed + batch.pending).toBe(batch.found);
    expect(batch.errors.reduce((sum, { count }) => sum + count, 0)).toBe(batch.failed);
    return batch;
  };

  test('files are announced once, however often and by however many at once', async () => {
    const id = await newBatch(service(), 'hai người');
    const files = Array.from({ length: 30 }, (_, n) => announced(`thư mục/${n}.txt`, newReport()));
    await Promise.all([announce(id, ...files), announce(id, ...files.toReversed()), announce(id, ...files)]);
    expect(await counted(id)).toMatchObject({ state: 'open', found: 30, pending: 30, awaited: 30 });
    const again = await announce(id, ...files.toReversed());
    expect(again.map(({ path }) => path)).toEqual(files.toReversed().map(({ path }) => path));
    expect((await announce(id, { ...(files[0] as AnnouncedFile), sha256: 'a'.repeat(64) }))[0]?.awaited).toBe(true);
    expect(await counted(id)).toMatchObject({ found: 30 });
  });

  test('bytes that come once settle every file that waits for them, in whatever batch', async () => {
    const text = newReport();
    const [one, two] = [await newBatch(service(), 'một'), await newBatch(service(), 'hai')];
    await announce(one, announced('a.txt', text), announced('b.txt', text));
    await announce(two, announced('c.txt', text));
    const { id } = await submit(service(), text, 'a.txt', one);
    expect(await counted(one)).toMatchObject({ found: 2, duplicate: 1, pending: 1, awaited: 0 });
    expect(await counted(two)).toMatchObject({ state: 'finished', found: 1, duplicate: 1 });
    expect(await announce(two, announced('d.txt', text))).toMatchObject([{ state: 'duplicate', document: id }]);
    // The answer was lost, and a client that knows only the name of the file sends it again.
    expect(await submit(service(), text, 'a.txt', one)).toMatchObject({ id, duplicate: false });
    expect(await counted(one)).toMatchObject({ found: 2 });
  });

  test('the same file fifty times at once is one document', async () => {
    const text = newReport();
    const id = await newBatch(service(), 'năm mươi');
    await announce(id, announced('a.txt', text));
    const all = await Promise.all(Array.from({ length: 50 }, () => submit(service(), text, 'a.txt', id)));
    expect(new Set(all.map((document) => document.id)).size).toBe(1);
    expect(await counted(id)).toMatchObject({ found: 1, pending: 1, awaited: 0 });
  });

  test('a file that was refused counts once, and is awaited again when it is retried', async () => {
    const id = await newBatch(service(), 'quá lớn');
    const large = 'x'.repeat(2 * 1024 * 1024);
    await announce(id, announced('to.txt', large));
    for (let n = 0; n < 2; n += 1) {
      await expect(submit(service(), large, 'to.txt', id)).rejects.toMatchObject({ code: 'too_large' });
    }
    const { errors } = await counted(id);
    expect(errors).toMatchObject([{ code: 'too_large', stage: 'upload', count: 1, retryable: true }]);
    expect(await retry(id, 'damaged')).toMatchObject({ failed: 1 });
    expect(await retry(id, 'too_large')).toMatchObject({ failed: 0, pending: 1, awaited: 1 });
    await counted(id);
  });

  test('a paused batch keeps its documents: workers put them down, nothing queues them again until it goes on', async () => {
    const id = await newBatch(service(), 'tạm dừng');
    const document = (await submit(service(), newReport(), 'a.txt', id)).id;
    await harness().size.loseQueue();
    const lost = await service().recover();
    expect((await act(id, 'pause')).state).toBe('paused');
    await service().process(document);
    expect(await status(document)).toBe('queued');
    await harness().size.loseQueue();
    expect(await service().recover()).toBe(lost - 1);
    expect((await act(id, 'resume')).state).toBe('open');
    await service().process(document);
    expect(await status(document)).toBe('extracted');
    expect(await counted(id)).toMatchObject({ state: 'finished', done: 1 });
  }, 60_000);

  test('whoever brings the bytes of a paused or cancelled batch gets them worked on', async () => {
    const [first, second] = [newReport(), newReport()];
    const id = await newBatch(service(), 'bị giữ');
    const [held, let_go] = [await submit(service(), first, 'a.txt', id), await submit(service(), second, 'b.txt', id)];
    await act(id, 'pause');
    expect(await submit(service(), first, 'một mình.txt')).toMatchObject({ id: held.id, duplicate: true });
    await service().process(held.id);
    expect(await status(held.id)).toBe('extracted');
    await act(id, 'cancel');
    expect(await status(let_go.id)).toBe('failed');
    const other = await newBatch(service(), 'đợt khác');
    expect(await announce(other, announced('b.txt', second))).toMatchObject([{ state: 'pending', awaited: false }]);
    expect(await status(let_go.id)).toBe('queued');
    await counted(id);
    expect(await counted(other)).toMatchObject({ found: 1, pending: 1, awaited: 0 });
  }, 60_000);

  test('cancelling fails what has not been begun, whatever comes later too; retrying brings it back', async () => {
    const id = await newBatch(service(), 'huỷ');
    const [sent, late] = [newReport(), newReport()];
    await announce(id, announced('a.txt', sent), announced('b.txt', late), announced('c.txt', newReport()));
    const document = await submit(service(), sent, 'a.txt', id);
    const cancelled = await act(id, 'cancel');
    expect(cancelled).toMatchObject({ state: 'cancelled', failed: 3, pending: 0 });
    expect(cancelled.errors.map(({ stage, count, retryable }) => [stage, count, retryable])).toEqual(
      expect.arrayContaining([
        ['upload', 2, true],
        ['read', 1, true],
      ]),
    );
    expect((await service().document(document.id, 'vi'))?.error).toMatchObject({
      code: 'cancelled',
      remedy: expect.stringContaining('Thử lại'),
    });
    expect(await submit(service(), late, 'b.txt', id)).toMatchObject({ status: 'failed' });
    expect(await announce(id, announced('d.txt', newReport()))).toMatchObject([{ state: 'failed', awaited: false }]);
    expect(await counted(id)).toMatchObject({ found: 4, failed: 4 });
    await service().process(document.id);
    expect(await status(document.id)).toBe('failed');
    expect(await retry(id)).toMatchObject({ state: 'open', failed: 0, pending: 4, awaited: 2 });
    await service().process(document.id);
    expect(await counted(id)).toMatchObject({ done: 1, pending: 3, awaited: 2 });
  }, 60_000);

  test('what an older engine extracted is extracted again as a batch; decisions stay, and cancelling keeps the records', async () => {
    const id = await newBatch(service(), 'bản cũ');
    const documents = [];
    for (const path of ['a.txt', 'b.txt']) documents.push((await submit(service(), newReport(), path, id)).id);
    for (const document of documents) await service().process(document);
    const [decided = '', other = ''] = documents;
    const record = (await service().record(decided, LAN))?.value;
    const figure = record?.figures[0]?.id ?? '';
    const etag = (await service().figure(decided, figure))?.etag ?? '';
    await service().correct(decided, figure, etag, { value: 12_345 }, LAN);
    const before = await counted(id);
    expect(await service().extractBelow({ below: '0.0.1', batch: id }, 'en')).toMatchObject({
      kind: 'extraction',
      state: 'finished',
      found: 0,
    });
    const again = await service().extractBelow({ below: '999.0.0', batch: id, name: 'lại' }, 'en');
    expect(again).toMatchObject({ name: 'lại', kind: 'extraction', found: 2, pending: 2 });
    expect(await counted(id)).toMatchObject({ found: 2, pending: 2 });
    await service().process(decided);
    expect((await service().figure(decided, figure))?.value.value).toBe(12_345);
    expect(await act(again.id, 'cancel')).toMatchObject({ done: 1, failed: 1, errors: [{ code: 'cancelled' }] });
    expect(await status(other)).toBe('extracted');
    expect(await service().record(other, LAN)).not.toBeNull();
    expect(await counted(id)).toMatchObject({ found: before.found, done: before.done, failed: 0 });
    expect(await retry(again.id)).toMatchObject({ done: 1, pending: 1 });
    await service().process(other);
    expect(await counted(again.id)).toMatchObject({ state: 'finished', done: 2 });
    await expect(service().extractBelow({ below: '1.0.0', batch: 'nothing' }, 'en')).rejects.toMatchObject({
      code: 'unknown_batch',
    });
  }, 60_000);

  test('an upload in pieces is in the hands of one process at a time', async () => {
    const other = await compose(readConfig(harness().size.environment));
    try {
      const [{ locks: ours }, { locks: theirs }] = [
        await harness().composition.openUploads(),
        await other.openUploads(),
      ];
      expect(await ours.take('một')).toBe(true);
      expect([await ours.take('một'), await theirs.take('một'), await theirs.take('hai')]).toEqual([
        false,
        false,
        true,
      ]);
      await theirs.free('một');
      expect(await theirs.take('một')).toBe(false);
      await ours.free('một');
      expect(await theirs.take('một')).toBe(true);
    } finally {
      await other.close();
    }
    const { locks } = await harness().composition.openUploads();
    expect(await locks.take('một')).toBe(true);
    await locks.free('một');
  });

  test('what is given of a file, of its batch or of itself, is laid under what it says', async () => {
    const { batch } = await service().createBatch(
      { name: 'cho trước', given: { place: 'Xã Tân Hưng, huyện Long Phú, tỉnh Sóc Trăng', year: 2019 } },
      'vi',
    );
    serial += 1;
    const text = `KẾT QUẢ RÀ SOÁT\nToàn xã có ${serial} hộ nghèo.`;
    await announce(batch.id, { ...announced('2021/a.txt', text), given: { place: null, year: 2021 } });
    const { id } = await submit(service(), text, '2021/a.txt', batch.id);
    await service().process(id);
    const record = (await service().record(id, LAN))?.value;
    expect(record?.document).toMatchObject({ place: { code: '31660' }, period: { start: '2021-01-01' } });
    expect(record?.messages.map(({ code }) => code)).toEqual(expect.arrayContaining(['place_given', 'period_given']));
  }, 60_000);
};
