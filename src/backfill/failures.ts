import { type Bilingual, READ_FAILURES, type ReadErrorCode } from '../model/read-error.ts';

type Sentences = { message: Bilingual; remedy: Bilingual };

/** What keeps a file from reaching the ledger at all, besides what its reader would say of it. */
const OWN = {
  unreadable: {
    message: { vi: 'Không đọc được tệp hoặc thư mục này.', en: 'This file or folder cannot be read.' },
    remedy: {
      vi: 'Hãy cấp quyền đọc cho tài khoản chạy lệnh này (hoặc kết nối lại ổ đĩa) rồi chạy lại lệnh.',
      en: 'Give the account that runs this command the right to read it (or connect its drive again) and run it again.',
    },
  },
  vanished: {
    message: { vi: 'Tệp đã bị xoá hoặc chuyển đi trong khi chạy.', en: 'The file was taken away during the run.' },
    remedy: {
      vi: 'Nếu tệp đã được chuyển chỗ, hãy chạy lại lệnh với thư mục mới.',
      en: 'If it lies elsewhere now, run the command again with that folder.',
    },
  },
  changing: {
    message: { vi: 'Tệp vẫn đang được ghi.', en: 'The file is still being written.' },
    remedy: {
      vi: 'Hãy chờ chương trình đang ghi tệp (máy quét, Word) xong rồi chạy lại lệnh.',
      en: 'Wait until the program that writes it (a scanner, Word) is done and run the command again.',
    },
  },
  missing: {
    message: {
      vi: 'Danh mục có tên tệp này nhưng không tìm thấy tệp.',
      en: 'The manifest names this file, but it is not there.',
    },
    remedy: {
      vi: 'Hãy sửa cột "file" của danh mục (đường dẫn tính từ danh mục hoặc từ thư mục) hoặc bổ sung tệp.',
      en: 'Correct the column "file" of the manifest (paths start from the manifest or the folder) or add the file.',
    },
  },
  path_too_long: {
    message: { vi: 'Đường dẫn của tệp quá dài.', en: 'The path of the file is too long.' },
    remedy: { vi: 'Hãy rút ngắn tên các thư mục.', en: 'Shorten the names of its folders.' },
  },
  refused: {
    message: { vi: 'Máy chủ không nhận tệp này.', en: 'The server did not take this file.' },
    remedy: {
      vi: 'Hãy chạy lại lệnh; nếu vẫn lỗi, báo cho người quản trị máy chủ.',
      en: 'Run the command again; if it happens again, tell the operator of the server.',
    },
  },
} satisfies Record<string, Sentences>;

export type LocalCode = keyof typeof OWN | ReadErrorCode;

/** What a person is told of a file that did not reach the ledger. */
export const sentencesOf = (code: LocalCode): Sentences =>
  code in OWN ? OWN[code as keyof typeof OWN] : READ_FAILURES[code as ReadErrorCode];

/** A file that cannot go on; what `problem` says comes from the server, in the language asked for. */
export class LocalFailure extends Error {
  readonly code: LocalCode;
  readonly problem: { code: string; message: string; remedy: string } | null;

  constructor(code: LocalCode, problem: LocalFailure['problem'] = null) {
    super(problem?.message ?? sentencesOf(code).message.en);
    this.name = 'LocalFailure';
    this.code = code;
    this.problem = problem;
  }
}

/** Its content is not what was hashed: it has to be looked at again. */
export class Changed extends Error {}

/** What a system call says of a file. */
export const failureOf = (error: unknown): LocalFailure => {
  if (error instanceof LocalFailure) return error;
  const { code } = Object(error) as { code?: unknown };
  return new LocalFailure(code === 'ENOENT' || code === 'ENOTDIR' ? 'vanished' : 'unreadable');
};
