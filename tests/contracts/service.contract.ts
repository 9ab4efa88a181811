import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { RefusedRequest } from '../../src/app/index.ts';
import { compose } from '../../src/cli/compose.ts';
import { readConfig } from '../../src/config.ts';
import { DocumentView, type Figure, FigureWithDocument, ReportRecord, whoIs } from '../../src/model/index.ts';
import { archiveTests } from './archives.ts';
import { batchTests } from './batches.ts';
import { finished, type Harness, newBatch, type Size, start, submit, until, workerProcess } from './harness.ts';
import { LAN, MINH } from './people.ts';
import { reviewTests } from './reviews.ts';
import { otherReport, PICTURE, TAY_SON } from './texts.ts';
import { workerTests } from './workers.ts';

/** What every size of the service promises, whatever its database and its queue. */
export const serviceContract = (name: string, open: (dataDir: string) => Promise<Size>): void => {
  describe(name, () => {
    let harness: Harness;
    const service = () => harness.service;
    let serial = 0;
    const newReport = () => {
      serial += 1;
      return otherReport(serial);
    };

    beforeAll(async () => {
      harness = await start(open);
    }, 120_000);
    afterAll(() => harness.stop(), 60_000);

    describe('without workers', () => {
      test('all its parts answer', async () => {
        expect(await service().health()).toEqual({ database: true, queue: true, blobs: true });
      });

      test('what is submitted waits in the ledger, in the queue and as bytes', async () => {
        const document = await submit(service(), TAY_SON, '../../Báo cáo Tây Sơn.txt');
        expect(document).toMatchObject({ filename: 'Báo cáo Tây Sơn.txt', status: 'queued', duplicate: false });
        expect(document.id).toMatch(/^[\w-]*[a-z-][\w-]*$/i);
        expect(await service().recover()).toBe(0);
        const file = await service().file(document.id);
        expect(Buffer.concat((await file?.content.toArray()) as Buffer[]).toString()).toBe(TAY_SON);
      });

      test('the same bytes twice are one document under the earlier id', async () => {
        const text = newReport();
        const first = await submit(service(), text, 'a.txt');
        expect(await submit(service(), text, 'b.txt')).toMatchObject({ id: first.id, duplicate: true });
        const both = await Promise.all([1, 2, 3, 4].map(() => submit(service(), newReport.toString())));
        expect(new Set(both.map(({ id }) => id)).size).toBe(1);
        expect(both.filter(({ duplicate }) => !duplicate)).toHaveLength(1);
      });

      test('a file that is too large is refused and leaves nothing', async () => {
        const { documents } = await counted();
        await expect(submit(service(), Buffer.alloc(1024 * 1024 + 1))).rejects.toMatchObject({ code: 'too_large' });
        expect(await counted()).toEqual({ documents });
      });

      test('documents are listed newest first, page by page, each once', async () => {
        const ids: string[] = [];
        for (let n = 0; n < 5; n += 1) ids.push((await submit(service(), newReport())).id);
        const listed: string[] = [];
        let cursor: string | null = null;
        do {
          const page = await service().documents({ language: 'vi', limit: 2, ...(cursor && { cursor }) });
          listed.push(...page.items.map(({ id }) => id));
          cursor = page.next;
        } while (cursor);
        expect(listed.filter((id) => ids.includes(id))).toEqual(ids.toReversed());
        expect(new Set(listed).size).toBe(listed.length);
        await expect(service().documents({ language: 'vi', cursor: 'x' })).rejects.toThrow(RefusedRequest);
      });

      test('ids of nothing give nothing', async () => {
        const asked = ['document', 'record', 'file', 'batch'] as const;
        for (const what of asked) expect(await service()[what]('nothing', 'vi' as never)).toBeNull();
        expect(await service().extractAgain('nothing')).toBe(false);
        expect(await service().figure('nothing', 'f')).toBeNull();
        expect(await service().history('nothing', LAN)).toBeNull();
        expect(await service().correct('nothing', 'f', 'x', { value: 1 }, LAN)).toEqual({ outcome: 'missing' });
        await expect(submit(service(), newReport(), 'a.txt', 'nothing')).rejects.toMatchObject({
          code: 'unknown_batch',
        });
      });

      test('a lost queue is made again from the ledger, once', async () => {
        const { id } = await submit(service(), newReport());
        await harness.size.loseQueue();
        expect(await service().recover()).toBeGreaterThan(0);
        expect(await service().recover()).toBe(0);
        expect((await service().document(id, 'vi'))?.status).toBe('queued');
      });

      batchTests(() => harness);

      const counted = async () => ({
        documents: (await service().documents({ language: 'vi', limit: 500 })).items.length,
      });
    });

    describe('with worker processes', () => {
      const processing = async () =>
        (await service().documents({ language: 'vi', status: 'processing', limit: 500 })).items.map(({ id }) => id);
      const waiting = async () =>
        (await service().documents({ language: 'vi', status: 'queued', limit: 500 })).items.map(({ id }) => id);

      test('SIGTERM ends a worker when its job in hand is done', async () => {
        for (let n = 0; n < 12; n += 1) await submit(service(), newReport());
        const before = (await waiting()).length;
        const worker = workerProcess(harness);
        // Its reader has started by now: what is in hand takes less than the time it is given.
        await until(waiting, (ids) => ids.length < before - 1);
        const [inHand = ''] = await until(processing, (ids) => ids.length > 0);
        worker.child.kill('SIGTERM');
        expect(await worker.ended).toBe(0);
        expect((await service().document(inHand, 'vi'))?.status).toBe('extracted');
        expect(await processing()).toEqual([]);
        expect((await waiting()).length).toBeGreaterThan(0);
      }, 180_000);

      test('Ctrl-C reaches the readers too, and no healthy document fails of it', async () => {
        for (let n = 0; n < 3; n += 1) await submit(service(), newReport());
        const worker = workerProcess(harness);
        const [inHand = ''] = await until(processing, (ids) => ids.length > 0);
        // A terminal sends SIGINT to the whole group: the worker and the reader it has started by now.
        await sleep(150);
        process.kill(-(worker.child.pid ?? 0), 'SIGINT');
        expect(await worker.ended).toBe(0);
        expect((await service().document(inHand, 'vi'))?.error ?? null).toBeNull();
      }, 180_000);

      test('a job whose worker is killed is done by another', async () => {
        for (let n = 0; n < 4; n += 1) await submit(service(), newReport());
        const first = workerProcess(harness);
        await until(processing, (ids) => ids.length > 0);
        first.child.kill('SIGKILL');
        expect(await first.ended).toBe('SIGKILL');
        const orphans = await processing();
        expect(orphans.length).toBeGreaterThan(0);
        const second = workerProcess(harness);
        for (const id of orphans) expect((await finished(service(), id, 90)).status).toBe('extracted');
        await until(waiting, (ids) => ids.length === 0, 90);
        second.child.kill('SIGTERM');
        expect(await second.ended).toBe(0);
      }, 300_000);
    });

    describe('with worker processes that die and are replaced', () => {
      workerTests(() => harness, newReport);
    });

    describe('with workers', () => {
      beforeAll(() => harness.composition.startWorkers());

      archiveTests(service);
      reviewTests(service);

      let reports = 0;
      /** The Tây Sơn report as a new document, extracted. */
      const taySon = async () => {
        reports += 1;
        const { id } = await submit(service(), `${TAY_SON}\nBản số ${'I'.repeat(reports)}.`);
        await finished(service(), id);
        return id;
      };
      const figures = async (id: string): Promise<Figure[]> => (await service().record(id))?.value.figures ?? [];
      const figureOf = async (id: string, value: number): Promise<{ figure: Figure; etag: string }> => {
        const figure = (await figures(id)).find((found) => found.value === value) as Figure;
        const tagged = await service().figure(id, figure.id);
        return { figure, etag: tagged?.etag ?? '' };
      };

      test('a report becomes a record, and its view counts it', async () => {
        const id = await taySon();
        const record = ReportRecord.parse((await service().record(id))?.value);
        expect(record.figures.map(({ value }) => value)).toEqual(
          expect.arrayContaining([1855, 4839, 4.82, 174, 4_627_000_000]),
        );
        const view = DocumentView.parse(await service().document(id, 'vi'));
        expect(view).toMatchObject({ status: 'extracted', error: null, mediaType: 'text/plain' });
        expect(view.counts).toMatchObject({ sections: record.sections.length, figures: record.figures.length });
        expect(view.metadata?.type).toBe(record.document.type);
      });

      test('a file that cannot be read fails with its code, and its sentence in the asked language', async () => {
        const { id } = await submit(service(), PICTURE, 'ảnh.pdf');
        expect((await finished(service(), id)).error).toMatchObject({
          code: 'unsupported_type',
          remedy: expect.stringContaining('Hãy'),
        });
        expect((await service().document(id, 'en'))?.error?.remedy).toContain('Save the report');
        expect(await service().record(id)).toBeNull();
        await expect(service().addFigure(id, { span: { start: 0, end: 1 }, value: 1 }, LAN)).rejects.toMatchObject({
          code: 'not_extracted',
        });
        const empty = await submit(service(), '', 'rỗng.docx');
        expect((await finished(service(), empty.id)).error?.code).toBe('empty');
      });

      test('a fault of ours is tried again, then told as such; extracting again starts over', async () => {
        const lost = await compose(
          readConfig({ ...harness.size.environment, BLOB_URL: `file://${join(harness.dataDir, 'elsewhere')}` }),
        );
        const { id } = await submit(lost.service, newReport());
        await rm(join(harness.dataDir, 'elsewhere'), { recursive: true });
        expect((await finished(service(), id)).error).toMatchObject({ code: 'internal', message: expect.any(String) });
        expect(await service().extractAgain(id)).toBe(true);
        await until(
          () => service().document(id, 'vi'),
          (document) => document?.status !== 'failed',
        );
        expect((await finished(service(), id)).error?.code).toBe('internal');
        await lost.close();
      }, 60_000);

      test('a job that runs twice leaves one record with the same content', async () => {
        const { id } = await submit(service(), newReport());
        await Promise.all([service().process(id), service().process(id)]);
        await finished(service(), id);
        const record = await service().record(id);
        await service().process(id);
        expect(await service().record(id)).toEqual(record);
        expect(record?.value.figures.length).toBeGreaterThan(0);
      });

      test('a correction is an event; whoever comes with an old tag gets the figure as it is now', async () => {
        const id = await taySon();
        const { figure, etag } = await figureOf(id, 1855);
        const patch = { value: 1865, label: 'hộ nghèo toàn huyện', reason: 'đối chiếu biểu 2' };
        const done = await service().correct(id, figure.id, etag, patch, LAN);
        expect(done).toMatchObject({
          outcome: 'done',
          figure: { value: { id: figure.id, value: 1865, label: 'hộ nghèo toàn huyện' } },
        });
        const late = await service().correct(id, figure.id, etag, { value: 1 }, MINH);
        expect(late).toEqual({ ...done, outcome: 'conflict' });
        expect(await service().history(id, LAN)).toMatchObject({
          items: [
            { who: whoIs(LAN), figure: figure.id, field: 'value', old: 1855, new: 1865, reason: 'đối chiếu biểu 2' },
            { who: whoIs(LAN), figure: figure.id, field: 'label', old: figure.label, new: 'hộ nghèo toàn huyện' },
          ],
          next: null,
        });
        expect((await service().document(id, 'vi'))?.status).toBe('reviewed');
        expect((await figures(id)).find((found) => found.id === figure.id)?.value).toBe(1865);
      });

      test('of corrections made at the same time with the same tag, one is done', async () => {
        const id = await taySon();
        const { figure, etag } = await figureOf(id, 4839);
        const corrections = [1, 2, 3, 4, 5].map((value) => service().correct(id, figure.id, etag, { value }, LAN));
        const outcomes = (await Promise.all(corrections)).map(({ outcome }) => outcome);
        expect(outcomes.toSorted()).toEqual(['conflict', 'conflict', 'conflict', 'conflict', 'done']);
        expect((await service().history(id, LAN))?.items).toHaveLength(1);
      });

      test('a correction that changes nothing is no event', async () => {
        const id = await taySon();
        const { figure, etag } = await figureOf(id, 1855);
        const same = await service().correct(id, figure.id, etag, { value: 1855, reason: 'x' }, LAN);
        expect(same).toMatchObject({ outcome: 'done', figure: { etag } });
        expect((await service().history(id, LAN))?.items).toEqual([]);
      });

      test('a link must lead to another figure of the report', async () => {
        const id = await taySon();
        const { figure, etag } = await figureOf(id, 1855);
        for (const partOf of ['nothing', figure.id]) {
          await expect(service().correct(id, figure.id, etag, { partOf }, LAN)).rejects.toMatchObject({
            code: 'unknown_figure',
          });
        }
      });

      test('a figure the extractor missed is entered once, inside the text', async () => {
        const id = await taySon();
        const start = TAY_SON.indexOf('2023\n');
        const span = { start, end: start + 4 };
        const added = await service().addFigure(id, { span, value: 2023, label: 'thử' }, LAN);
        expect(added?.value).toMatchObject({ span, value: 2023, label: 'thử', kind: 'count', rule: 'person' });
        expect(await service().figure(id, added?.value.id ?? '')).toEqual(added);
        const refused = (code: string, figure: object) =>
          expect(service().addFigure(id, figure as { span: Figure['span'] }, LAN)).rejects.toMatchObject({ code });
        await refused('figure_exists', { span, value: 1 });
        await refused('invalid_span', { span: { start: 0, end: 1e6 }, value: 1 });
        await refused('invalid_span', { span: { start: 5, end: 5 }, value: 1 });
        await refused('value_missing', { span: { start: 0, end: 2 } });
        expect(await service().addFigure('nothing', { span, value: 1 }, LAN)).toBeNull();
      });

      test('extracting again keeps decisions, ids and tags', async () => {
        const id = await taySon();
        const { figure, etag } = await figureOf(id, 1855);
        await service().correct(id, figure.id, etag, { value: 1865 }, LAN);
        await service().addFigure(id, { span: { start: 0, end: 2 }, value: 12 }, LAN);
        const before = await service().record(id);
        const history = await service().history(id, LAN);
        expect(await service().extractAgain(id)).toBe(true);
        await until(
          () => service().document(id, 'vi'),
          (document) => document?.status === 'reviewed',
        );
        expect(await service().record(id)).toEqual(before);
        expect(await service().history(id, LAN)).toEqual(history);
      });

      test('history goes on page by page', async () => {
        const id = await taySon();
        let { figure, etag } = await figureOf(id, 1855);
        for (let n = 1; n <= 60; n += 1) {
          const done = await service().correct(id, figure.id, etag, { value: n }, LAN);
          if (done.outcome === 'missing') throw new Error('the figure is gone');
          ({ value: figure, etag } = done.figure);
        }
        const first = await service().history(id, LAN);
        const second = await service().history(id, LAN, { cursor: first?.next ?? '' });
        const values = [...(first?.items ?? []), ...(second?.items ?? [])].map((event) => event.new);
        expect(values).toEqual(Array.from({ length: 60 }, (_, n) => n + 1));
        expect(second?.next).toBeNull();
      });

      test('figures are found by every filter that fits them and by no other', async () => {
        const id = await taySon();
        const all = await figures(id);
        const found = async (filter: object) =>
          (await service().figures({ document: id, ...filter }, undefined, 500)).items.map((figure) => {
            const { document, ...rest } = FigureWithDocument.parse(figure);
            expect(document.id).toBe(id);
            return rest;
          });
        expect(await found({})).toEqual(all);
        const indicator = all.find((figure) => figure.indicator)?.indicator;
        expect(await found({ indicator })).toEqual(all.filter((figure) => figure.indicator === indicator));
        const subject = 'poor_household';
        const ofSubject = all.filter(({ subjects }) => subjects.includes(subject));
        expect(ofSubject.length).toBeGreaterThan(0);
        expect(await found({ subject })).toEqual(ofSubject);
        const in2022 = all.filter(({ period }) => period && period.end >= '2022-01-01' && period.start <= '2022-12-31');
        expect(in2022.length).toBeGreaterThan(0);
        expect(await found({ from: '2022-01-01', to: '2022-12-31' })).toEqual(in2022);
        const loans = all.filter(({ value }) => [174, 4_627_000_000].includes(value));
        for (const q of ['"vay với số tiền"', 'VAY SO TIEN', 'giai quyet 174'])
          expect(await found({ q })).toEqual(loans);
        expect(await found({ q: 'không-có-từ-này' })).toEqual([]);
        expect(await found({ q: `'|!:*()<->&\\` })).toEqual(all);
      });

      test('a place is found by code or name, of the figure or else of its document', async () => {
        const id = await taySon();
        const place = (await service().document(id, 'vi'))?.metadata?.place;
        expect(place?.name).toMatch(/Tây Sơn/);
        const own = (await figures(id)).filter((figure) => figure.place === null).length;
        expect(own).toBeGreaterThan(0);
        const count = async (text: string) =>
          (await service().figures({ document: id, place: text }, undefined, 500)).items.length;
        for (const text of [place?.code ?? '', 'Tây Sơn', 'tay son', 'huyện Tây Sơn'])
          expect(await count(text)).toBe(own);
        for (const text of ['xã Tây Sơn', 'Hoài Nhơn', '999999']) expect(await count(text)).toBe(0);
      });

      test('pages of figures, series and the stream of every figure agree', async () => {
        await taySon();
        const paged: string[] = [];
        let cursor: string | undefined;
        do {
          const page = await service().figures({}, cursor, 7);
          paged.push(...page.items.map(({ id, document }) => `${document.id}/${id}`));
          cursor = page.next ?? undefined;
        } while (cursor);
        const streamed = [];
        for await (const figure of service().everyFigure({})) streamed.push(figure);
        expect(streamed.map(({ id, document }) => `${document.id}/${id}`)).toEqual(paged);
        expect(new Set(paged).size).toBe(paged.length);
        const { points } = await service().series({});
        expect(points.flatMap((point) => point.figures)).toHaveLength(streamed.filter(({ period }) => period).length);
        const starts = points.map(({ period }) => `${period.start}/${period.end}`);
        expect(starts).toEqual(starts.toSorted());
        expect(new Set(starts).size).toBe(starts.length);
      });

      test('a batch accounts for every file', async () => {
        const id = await newBatch(service(), 'Bình Định 2003-2023');
        expect((await service().batch(id, 'vi'))?.state).toBe('open');
        const seen: number[] = [];
        const watching = (async () => {
          for await (const batch of service().watchBatch(id, 'vi', AbortSignal.timeout(30_000))) {
            seen.push(batch.found);
            expect(batch.done + batch.duplicate + batch.failed + batch.pending).toBe(batch.found);
            if (batch.state === 'finished' && batch.found === 5) return batch;
          }
          return service().batch(id, 'vi');
        })();
        const text = newReport();
        await submit(service(), text, 'a.txt', id);
        await submit(service(), text, 'a (bản sao).txt', id);
        await submit(service(), newReport(), 'b.txt', id);
        await submit(service(), Buffer.concat([PICTURE, Buffer.from('2')]), 'c.png', id);
        await expect(submit(service(), Buffer.alloc(2 * 1024 * 1024), 'd.pdf', id)).rejects.toMatchObject({
          code: 'too_large',
        });
        await watching;
        await until(
          () => service().batch(id, 'vi'),
          (batch) => batch?.pending === 0,
        );
        expect(await service().batch(id, 'vi')).toMatchObject({
          name: 'Bình Định 2003-2023',
          state: 'finished',
          found: 5,
          done: 2,
          duplicate: 1,
          failed: 2,
          pending: 0,
        });
        expect(seen.length).toBeGreaterThan(0);
      });

      test('watching ends when the caller stops', async () => {
        const id = await newBatch(service(), 'trống');
        const seen = [];
        for await (const batch of service().watchBatch(id, 'vi', AbortSignal.timeout(1_200))) seen.push(batch);
        expect(seen).toHaveLength(1);
      });
    });
  });
};
