import type { Language } from '../i18n/codes.ts';
import { useLanguage } from '../i18n/language.tsx';
import type { FigureState } from './types.ts';

const vi = {
  report: 'Báo cáo',
  toolbar: 'Xem báo cáo',
  view: 'Cách xem',
  views: { pages: 'Bản gốc', text: 'Văn bản' },
  page: 'Trang',
  ofPages: (n: number) => `/ ${n}`,
  previousPage: 'Trang trước',
  nextPage: 'Trang sau',
  zoom: 'Cỡ trang',
  zoomIn: 'Phóng to',
  zoomOut: 'Thu nhỏ',
  fit: { width: 'Vừa chiều rộng', page: 'Vừa cả trang' },
  turn: 'Xoay trang',
  sections: 'Mục lục',
  mark: 'Đánh dấu',
  markHint: 'Đánh dấu chữ bằng bàn phím',
  marking: '← → chọn chữ, ↑ ↓ chọn dòng, giữ Shift để mở rộng, Enter để lấy, Esc để thôi. Bằng chuột: kéo qua các chữ.',
  marked: (words: string) => `Đã đánh dấu: “${words}”`,
  pageAt: (n: number) => `Trang ${n}`,
  drawing: 'Đang vẽ trang…',
  notDrawn: 'Trang này không vẽ được. Hãy xem phần Văn bản.',
  noPages: {
    password: 'Tệp PDF này có mật khẩu nên không vẽ được trang; dưới đây là văn bản đã đọc.',
    missing: 'Không còn tệp gốc của báo cáo này; dưới đây là văn bản đã đọc.',
    damaged: 'Trang gốc không vẽ được trong trình duyệt; dưới đây là văn bản đã đọc.',
    offline: 'Không tải được tệp gốc. Hãy kiểm tra mạng; dưới đây là văn bản đã đọc.',
  },
  retry: 'Thử lại',
  noWords: 'Trang này chưa đánh dấu được. Hãy đánh dấu trong phần Văn bản.',
  toText: 'Mở văn bản',
  noText: 'Báo cáo này không có văn bản.',
  states: {
    plain: '',
    doubtful: 'cần xem lại',
    failed: 'kiểm tra sai',
    accepted: 'đã nhận',
    rejected: 'đã bỏ',
    picked: 'đang chọn',
  } satisfies Record<FigureState, string>,
};

type Words = typeof vi;

const en: Words = {
  report: 'Report',
  toolbar: 'View of the report',
  view: 'View',
  views: { pages: 'Original', text: 'Text' },
  page: 'Page',
  ofPages: (n) => `of ${n}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  zoom: 'Size of the page',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  fit: { width: 'Fit width', page: 'Fit page' },
  turn: 'Turn the pages',
  sections: 'Outline',
  mark: 'Mark',
  markHint: 'Mark words by keyboard',
  marking:
    '← → choose a word, ↑ ↓ a line, hold Shift to extend, Enter to take, Esc to leave. By mouse: drag over words.',
  marked: (words) => `Marked: “${words}”`,
  pageAt: (n) => `Page ${n}`,
  drawing: 'Drawing the page…',
  notDrawn: 'This page cannot be drawn. See the text.',
  noPages: {
    password: 'This PDF has a password, so its pages cannot be drawn; below is the text that was read.',
    missing: 'The original file of this report is gone; below is the text that was read.',
    damaged: 'The original pages cannot be drawn in this browser; below is the text that was read.',
    offline: 'The original file could not be loaded. Check your connection; below is the text that was read.',
  },
  retry: 'Try again',
  noWords: 'Nothing can be marked on this page. Mark it in the text.',
  toText: 'Open the text',
  noText: 'This report has no text.',
  states: {
    plain: '',
    doubtful: 'doubtful',
    failed: 'failed check',
    accepted: 'accepted',
    rejected: 'rejected',
    picked: 'picked',
  },
};

const words: Record<Language, Words> = { vi, en };

/** The viewer's own words, in the language of the page. */
export const useWords = (): Words => words[useLanguage().language];
