/** Archives over HTTP: what goes up as one file comes out as many documents, each with its record or its reason. */
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { ArchiveMember, ReportRecord } from '../../src/model/index.ts';
import { zipOf } from '../read/zips.ts';
import { type Client, client } from './client.ts';
import { type Stack, startStack } from './stack.ts';

const report = (households: string): string =>
  `BÁO CÁO\nKết quả công tác giảm nghèo năm 2022\n\nToàn xã có ${households} hộ nghèo, chiếm tỷ lệ 4,8%.`;
const ZIP = zipOf([
  { name: 'Xã Bình Tân.txt', content: report('1.234') },
  { name: 'quý 2.zip', content: zipOf([{ name: 'xã/Xã Tây An.txt', content: report('567') }]) },
  { name: 'hỏng.docx', content: 'PK\u0003\u0004 không phải tệp Word' },
]);

let stack: Stack;
let api: Client;
let id: string;
let members: ArchiveMember[];

beforeAll(async () => {
  stack = await startStack();
  api = client(stack.url);
  const { status, json } = await api.upload([['Hồ sơ 2022.zip', new Uint8Array(ZIP)]]);
  expect([status, json.refused]).toEqual([202, []]);
  id = json.documents[0].id;
  for (;;) {
    if ((await api.get(`/api/v1/documents/${id}`)).json.members?.pending === 0) break;
    await sleep(250);
  }
  members = (await api.get(`/api/v1/documents/${id}/members?lang=vi`)).json.items;
}, 240_000);

afterAll(async () => {
  await stack.stop();
});

test('its files are listed in its order, those of an archive within it by their whole path', () => {
  expect(members.map(({ path, document }) => [path, document?.filename, document?.status])).toEqual([
    ['Xã Bình Tân.txt', 'Xã Bình Tân.txt', 'extracted'],
    ['quý 2.zip/xã/Xã Tây An.txt', 'Xã Tây An.txt', 'extracted'],
    ['hỏng.docx', 'hỏng.docx', 'failed'],
  ]);
});

test('each has its own record and says which archive it came in', async () => {
  const values = [];
  for (const { path, document } of members.slice(0, 2)) {
    const { text, figures }: ReportRecord = (await api.get(`/api/v1/documents/${document?.id}/record`)).json;
    expect(text).toContain('Toàn xã có');
    values.push(figures[0]?.value);
    expect((await api.get(`/api/v1/documents/${document?.id}`)).json.archive).toEqual({
      id,
      filename: 'Hồ sơ 2022.zip',
      path,
    });
  }
  expect(values).toEqual([1234, 567]);
});

test('one that cannot be read says why and what to do', () => {
  expect(members[2]?.document?.error).toMatchObject({
    code: 'damaged',
    message: expect.stringMatching(/\p{L}/u),
    remedy: expect.stringContaining('Hãy'),
  });
});

test('pages of members hold each once, and what is no archive has none', async () => {
  const seen: string[] = [];
  let cursor: string | null = '';
  while (cursor !== null) {
    const { json } = await api.get(`/api/v1/documents/${id}/members?limit=1${cursor && `&cursor=${cursor}`}`);
    seen.push(...json.items.map(({ path }: ArchiveMember) => path));
    cursor = json.next;
  }
  expect(seen).toEqual(members.map(({ path }) => path));
  expect((await api.get(`/api/v1/documents/${members[0]?.document?.id}/members`)).json.items).toEqual([]);
  expect((await api.get('/api/v1/documents/nope/members')).json.code).toBe('not_found');
});
