import { expect, test } from '@jest/globals';
import type { Service } from '../../src/app/index.ts';
import { ArchiveMember, type Batch, DocumentView, ReportRecord } from '../../src/model/index.ts';
import { ENCRYPTED, zipOf } from '../read/zips.ts';
import { finished, newBatch, submit, until } from './harness.ts';
import { otherReport } from './texts.ts';

/** What every size of the service promises of archives. Workers run. */
export const archiveTests = (service: () => Service): void => {
  let serial = 10_000;
  const newReport = () => {
    serial += 1;
    return otherReport(serial);
  };
  const membersOf = async (id: string, limit = 200) => {
    const all: ArchiveMember[] = [];
    let cursor: string | undefined;
    do {
      const page = await service().members(id, { language: 'vi', limit, ...(cursor && { cursor }) });
      all.push(...(page?.items ?? []));
      cursor = page?.next ?? undefined;
    } while (cursor);
    return all;
  };
  /** The archive once it and its members are through. */
  const settled = async (id: string): Promise<DocumentView> => {
    await finished(service(), id);
    const view = await until(
      () => service().document(id, 'vi'),
      (document) => document?.members === undefined || document.members.pending === 0,
    );
    return DocumentView.parse(view);
  };

  test('the files of an archive become documents of their own, linked to it, and count in its batch', async () => {
    const batch = await newBatch(service(), 'tệp nén');
    const known = newReport();
    const before = await submit(service(), known, 'có trước.txt');
    const [one, two] = [newReport(), newReport()];
    const inner = zipOf([{ name: 'quý 2/hai.txt', content: two }]);
    const archive = zipOf([
      { name: 'Xã Tây Sơn/' },
      { name: 'Xã Tây Sơn/một.txt', content: one },
      { name: '__MACOSX/Xã Tây Sơn/._một.txt', content: 'x' },
      { name: 'cũ.zip', content: inner },
      { name: 'bản sao.txt', content: one },
      { name: 'đã biết.txt', content: known },
      { name: 'lạ.bin', content: Buffer.concat([Buffer.alloc(8), Buffer.from(batch)]) },
      { name: 'khoá.docx', content: 'xxxxxxxxxxxxxxxx', flags: ENCRYPTED, method: 0 },
    ]);
    const { id } = await submit(service(), archive, 'Hồ sơ 2022.zip', batch);
    const view = await settled(id);
    expect(view).toMatchObject({
      status: 'extracted',
      error: null,
      mediaType: 'application/zip',
      counts: { figures: 0 },
      members: { found: 6, done: 2, duplicate: 2, failed: 2, pending: 0 },
    });
    expect(view.archive).toBeUndefined();
    const members = await membersOf(id, 2);
    for (const member of members) ArchiveMember.parse(member);
    const seen = members.map(({ path, duplicate, document, error }) => [
      path,
      duplicate,
      document?.filename,
      document?.error?.code ?? error?.code,
    ]);
    expect(seen).toEqual([
      ['Xã Tây Sơn/một.txt', false, 'một.txt', undefined],
      ['cũ.zip/quý 2/hai.txt', false, 'hai.txt', undefined],
      ['bản sao.txt', true, 'một.txt', undefined],
      ['đã biết.txt', true, 'có trước.txt', undefined],
      ['lạ.bin', false, 'lạ.bin', 'unsupported_type'],
      ['khoá.docx', false, undefined, 'encrypted'],
    ]);
    const [first, nested, , fourth] = members;
    const origin = { id, filename: 'Hồ sơ 2022.zip' };
    expect(first?.document).toMatchObject({ archive: { ...origin, path: 'Xã Tây Sơn/một.txt' }, batch });
    expect(nested?.document?.archive).toEqual({ ...origin, path: 'cũ.zip/quý 2/hai.txt' });
    expect(fourth?.document?.id).toBe(before.id);
    expect((await service().document(before.id, 'vi'))?.archive).toBeUndefined();
    expect((await service().record(first?.document?.id ?? ''))?.value.figures.length).toBeGreaterThan(0);

    const record = ReportRecord.parse((await service().record(id))?.value);
    expect(record.text.split('\n')).toEqual(members.map(({ path }) => path));
    expect(record.figures).toEqual([]);
    expect(record.messages.map(({ code, span }) => [code, span && record.text.slice(span.start, span.end)])).toEqual([
      ['member_failed', 'khoá.docx'],
    ]);
    expect(await service().batch(batch, 'vi')).toMatchObject({
      found: 7,
      done: 3,
      duplicate: 2,
      failed: 2,
      pending: 0,
    });
    const files = (await service().batchFiles(batch, { language: 'vi' }))?.items ?? [];
    expect(files.map(({ path, state, error }) => [path, state, error?.code])).toEqual([
      ['Hồ sơ 2022.zip', 'done', undefined],
      ...members.map(({ path, duplicate, document, error }) => [
        `Hồ sơ 2022.zip/${path}`,
        duplicate ? 'duplicate' : document?.status === 'extracted' ? 'done' : 'failed',
        duplicate ? undefined : (document?.error?.code ?? error?.code),
      ]),
    ]);
    // The archive is unpacked again for the member that could not be.
    expect(await service().actOnBatch(batch, { action: 'retry', code: 'encrypted' }, 'vi')).toMatchObject({ found: 7 });
    const again = await until(
      () => service().batch(batch, 'vi'),
      (found) => found?.pending === 0,
    );
    expect(again).toMatchObject({ found: 7, done: 3, duplicate: 2, failed: 2 });
  });

  test('a list has an archive before its members, each once, on pages of any size', async () => {
    const older = await submit(service(), newReport());
    const archive = zipOf([1, 2, 3].map((n) => ({ name: `${n}.txt`, content: newReport() })));
    const { id } = await submit(service(), archive, 'ba.zip');
    await settled(id);
    const members = (await membersOf(id)).map(({ document }) => document?.id);
    const newer = await submit(service(), newReport());
    const listed: string[] = [];
    let cursor: string | null = null;
    while (!listed.includes(older.id)) {
      const page = await service().documents({ language: 'vi', limit: 2, ...(cursor && { cursor }) });
      listed.push(...page.items.map((document) => document.id));
      cursor = page.next;
    }
    expect(listed.slice(listed.indexOf(newer.id))).toEqual(
      expect.arrayContaining([newer.id, id, ...members, older.id]),
    );
    expect(listed.slice(listed.indexOf(id), listed.indexOf(older.id) + 1)).toEqual([id, ...members, older.id]);
    expect(new Set(listed).size).toBe(listed.length);
    const done = await service().documents({ language: 'vi', status: 'extracted', limit: 4 });
    expect(done.items.map((document) => document.id)).toEqual(expect.arrayContaining([id, ...members.slice(0, 2)]));
  });

  test('an archive unpacked again and again, and by several at once, has one set of members', async () => {
    const batch = await newBatch(service(), 'hai lần');
    const archive = zipOf([
      { name: 'a.txt', content: newReport() },
      { name: 'b.txt', content: newReport() },
      { name: 'c.docx', content: 'x', flags: ENCRYPTED, method: 0 },
    ]);
    const { id } = await submit(service(), archive, 'lại.zip', batch);
    await Promise.all([service().process(id), service().process(id)]);
    await settled(id);
    const counted = async () => {
      const { found, done, duplicate, failed, pending } = (await service().batch(batch, 'vi')) as Batch;
      return { found, done, duplicate, failed, pending };
    };
    // One of the three who unpack it may still be at it when the others are through.
    const counts = await until(counted, ({ pending }) => pending === 0);
    const members = await membersOf(id);
    expect(members).toHaveLength(3);
    expect(counts).toMatchObject({ found: 4, done: 3, duplicate: 0, failed: 1 });
    const record = await service().record(id);
    expect(await service().extractAgain(id)).toBe(true);
    await until(
      () => service().document(id, 'vi'),
      (document) => document?.status === 'extracted',
    );
    expect(await membersOf(id)).toEqual(members);
    expect(await until(counted, ({ pending }) => pending === 0)).toEqual(counts);
    expect(await service().record(id)).toEqual(record);
    expect(await submit(service(), archive, 'tên khác.zip', batch)).toMatchObject({ id, duplicate: true });
    expect(await service().batch(batch, 'vi')).toMatchObject({ found: 5, duplicate: 1 });
  });

  test.each<[string, () => Buffer]>([
    ['empty', () => zipOf([{ name: 'thư mục/' }, { name: '.DS_Store', content: 'x' }])],
    ['empty', () => zipOf([])],
    ['encrypted', () => zipOf(['a.pdf', 'b.pdf'].map((name) => ({ name, flags: ENCRYPTED, method: 0 })))],
    ['damaged', () => zipOf([{ name: 'a.txt', content: newReport() }]).subarray(0, -30)],
    ['bomb', () => zipOf([{ name: 'a.txt', content: Buffer.alloc(11 * 1024 * 1024) }])],
    ['bomb', () => zipOf(Array.from({ length: 10_001 }, (_, n) => ({ name: `${n}.txt`, method: 0 })))],
    ['too_large', () => zipOf([{ name: 'a.txt', content: Buffer.alloc(2 * 1024 * 1024) }])],
  ])('an archive of which nothing can be taken fails: %s', async (code, make) => {
    const { id } = await submit(service(), make(), `${code}.zip`);
    expect((await settled(id)).error).toMatchObject({ code, remedy: expect.stringContaining('Hãy') });
    expect(await service().record(id)).toBeNull();
  });

  test('what is no archive has no members', async () => {
    const { id } = await submit(service(), newReport());
    expect(await service().members(id, { language: 'vi' })).toEqual({ items: [], next: null });
    expect(await service().members('nothing', { language: 'vi' })).toBeNull();
  });
};
