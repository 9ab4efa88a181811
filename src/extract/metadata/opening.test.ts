import { describe, expect, test } from '@jest/globals';
import type { Block } from '../../model/index.ts';
import { sections } from '../structure/index.ts';
import { metadata } from './index.ts';

const told = (text: string) => {
  let at = 0;
  const blocks = text.split('\n').flatMap((line): Block[] => {
    const span = { start: at, end: at + line.length };
    at = span.end + 1;
    return line ? [{ span, kind: 'paragraph', level: null, bold: false }] : [];
  });
  const document = { text, blocks, title: null };
  const { type, title, issuer, place } = metadata(document, sections(document));
  return { type, title, issuer, place: place?.name ?? null };
};

describe('what a paper is, and whose', () => {
  test.each<[object, string]>([
    [
      { type: 'plan', title: 'Thực hiện Chương trình giảm nghèo năm 2021', place: 'huyện Đakrông' },
      'UBND HUYỆN ĐAKRÔNG\nKẾ HOẠCH\nThực hiện Chương trình giảm nghèo năm 2021\nCăn cứ Quyết định số 12/QĐ-UBND của UBND tỉnh.',
    ],
    [
      { type: 'report', title: 'Tình hình cứu trợ quý III năm 2020', place: 'huyện Hướng Hóa' },
      'UBND HUYỆN HƯỚNG HÓA\nBÁO CÁO NHANH\nTình hình cứu trợ quý III năm 2020\nHuyện đã cấp 12 tấn gạo.',
    ],
    [
      { type: 'report', issuer: 'Ủy ban nhân dân huyện Ba Bể', place: 'huyện Ba Bể' },
      'UBND HUYỆN BA BỂ\nTỈNH BẮC KẠN\nBÁO CÁO\nKết quả giảm nghèo năm 2018\nHuyện còn 1.204 hộ nghèo.',
    ],
    [
      { type: 'report', place: 'xã Nghĩa Đô' },
      'UBND XÃ NGHĨA ĐÔ, HUYỆN BẢO YÊN\nBÁO CÁO\nCông tác bảo trợ năm 2018\nXã có 24 đối tượng.',
    ],
    [
      { type: 'report', title: 'Kết quả phong trào giúp nhau làm kinh tế năm 2016' },
      'HỘI NÔNG DÂN HUYỆN CÁI BÈ\nKết quả phong trào giúp nhau làm kinh tế năm 2016\nToàn huyện có 21 chi hội.',
    ],
    [
      { type: 'other' },
      'Bài phát biểu phát động Tháng hành động vì trẻ em của Chủ tịch huyện Cái Bè\nKính thưa quý vị đại biểu!',
    ],
    [
      { type: 'news', title: 'Hội Nông dân huyện Cái Bè giúp hội viên thoát nghèo bền vững' },
      'Hội Nông dân huyện Cái Bè giúp hội viên thoát nghèo bền vững\nNhững năm qua, Hội đã vận động 120 triệu đồng.',
    ],
    [{ title: null }, 'BÁO CÁO\nThực hiện Công văn số 12/SLĐTBXH của Sở, UBND xã báo cáo như sau:\nXã có 24 hộ nghèo.'],
  ])('%o', (expected, text) => expect(told(text)).toMatchObject(expected));
});
