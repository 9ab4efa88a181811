/** Why a file cannot be read. The codes are a contract (`design/record.md`). No schema: reading processes start without zod. */
export const READ_ERROR_CODES = [
  'unsupported_type',
  'encrypted',
  'damaged',
  'empty',
  'too_large',
  'too_many_pages',
  'bomb',
  'timed_out',
  'out_of_memory',
  'no_text',
] as const;
export type ReadErrorCode = (typeof READ_ERROR_CODES)[number];

/** A sentence in both languages of the product. */
export type Bilingual = { vi: string; en: string };

/** What a clerk is told: what happened (`message`) and what to do (`remedy`). */
export const READ_FAILURES: Record<ReadErrorCode, { message: Bilingual; remedy: Bilingual }> = {
  unsupported_type: {
    message: { vi: 'Định dạng của tệp chưa được hỗ trợ.', en: 'The type of this file is not supported.' },
    remedy: {
      vi: 'Hãy lưu báo cáo dưới dạng PDF, Word (DOCX, DOC), RTF, ODT, HTML, Excel (XLSX), ảnh quét hoặc văn bản thuần (TXT) rồi tải lên lại.',
      en: 'Save the report as PDF, Word (DOCX, DOC), RTF, ODT, HTML, Excel (XLSX), a scanned picture or plain text and upload it again.',
    },
  },
  encrypted: {
    message: { vi: 'Tệp được bảo vệ bằng mật khẩu.', en: 'The file is protected by a password.' },
    remedy: {
      vi: 'Hãy mở tệp bằng mật khẩu, lưu một bản không đặt mật khẩu rồi tải bản đó lên.',
      en: 'Open it with its password, save a copy without one and upload the copy.',
    },
  },
  damaged: {
    message: { vi: 'Tệp bị hỏng hoặc không đầy đủ.', en: 'The file is damaged or incomplete.' },
    remedy: {
      vi: 'Hãy mở tệp trên máy của bạn để kiểm tra; nếu mở được, lưu lại thành tệp mới, nếu không, xin lại bản gốc.',
      en: 'Open it on your computer: if it opens, save it as a new file; if not, ask for the original again.',
    },
  },
  empty: {
    message: { vi: 'Tệp không có nội dung.', en: 'The file has no content.' },
    remedy: {
      vi: 'Hãy kiểm tra lại tệp gốc và tải lên bản có nội dung.',
      en: 'Check the original and upload a copy that has content.',
    },
  },
  too_large: {
    message: { vi: 'Tệp vượt quá dung lượng cho phép.', en: 'The file is larger than allowed.' },
    remedy: {
      vi: 'Hãy tách tệp thành nhiều phần hoặc giảm độ phân giải của hình ảnh rồi tải lên lại.',
      en: 'Split the file or lower the resolution of its images and upload it again.',
    },
  },
  too_many_pages: {
    message: { vi: 'Tệp có quá nhiều trang.', en: 'The file has too many pages.' },
    remedy: {
      vi: 'Hãy tách tệp thành các phần ngắn hơn, mỗi phần là một báo cáo.',
      en: 'Split it into shorter parts, one report each.',
    },
  },
  bomb: {
    message: {
      vi: 'Tệp nén này bung ra lớn bất thường nên không được mở.',
      en: 'This compressed file unpacks to an abnormal size and was not opened.',
    },
    remedy: {
      vi: 'Hãy mở tệp bằng Word, lưu lại thành tệp mới rồi tải lên (tệp ZIP: giải nén rồi tải lên từng báo cáo); nếu không rõ nguồn gốc của tệp, đừng mở.',
      en: 'Open it in Word, save it as a new file and upload that (a ZIP file: unpack it and upload the reports); do not open it if you do not know where it came from.',
    },
  },
  timed_out: {
    message: { vi: 'Đọc tệp mất quá nhiều thời gian.', en: 'Reading the file took too long.' },
    remedy: {
      vi: 'Hãy tách tệp thành các phần ngắn hơn hoặc lưu lại dưới dạng PDF rồi tải lên lại.',
      en: 'Split it into shorter parts or save it as PDF and upload it again.',
    },
  },
  out_of_memory: {
    message: { vi: 'Đọc tệp cần quá nhiều bộ nhớ.', en: 'Reading the file needed too much memory.' },
    remedy: {
      vi: 'Hãy tách tệp thành các phần ngắn hơn rồi tải lên lại.',
      en: 'Split it into shorter parts and upload them again.',
    },
  },
  no_text: {
    message: {
      vi: 'Tệp chỉ có hình ảnh, không có chữ để đọc.',
      en: 'The file holds only images and no text to read.',
    },
    remedy: {
      vi: 'Hãy tải lên bản điện tử gốc (Word hoặc PDF có chữ), hoặc quét lại kèm nhận dạng chữ (OCR).',
      en: 'Upload the original electronic copy (Word, or a PDF with text), or scan it again with text recognition (OCR).',
    },
  },
};

/** Thrown by `read`; `detail` is for logs, never for people. */
export class ReadError extends Error {
  readonly code: ReadErrorCode;
  readonly detail: string | null;

  constructor(code: ReadErrorCode, detail: string | null = null) {
    super(READ_FAILURES[code].message.en);
    this.name = 'ReadError';
    this.code = code;
    this.detail = detail;
  }
}

/** Thrown by `read` for a ZIP archive of files, which is no document but holds some: `readArchive` gives them. */
export class ArchiveError extends ReadError {
  constructor() {
    super('unsupported_type', 'a ZIP archive of files: readArchive gives each of them');
    this.name = 'ArchiveError';
  }
}

/** Thrown where reading was ended for a reason that is none of the file's: it is read again later. */
export class Interrupted extends Error {
  constructor(reason: string) {
    super(`reading was interrupted: ${reason}`);
    this.name = 'Interrupted';
  }
}
