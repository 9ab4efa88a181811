import { type Language, type RefusalCode, RefusedRequest } from '../app/index.ts';
import { type Bilingual, type ProblemDetails, READ_FAILURES, ReadError, type ReadErrorCode } from '../model/index.ts';

interface Kind {
  status: number;
  title: Bilingual;
  /** What to do about it; `{name}` is filled in from the problem's `params`. */
  detail: Bilingual;
}

const OWN = {
  invalid_request: {
    status: 400,
    title: { vi: 'Yêu cầu không hợp lệ.', en: 'The request is not valid.' },
    detail: {
      vi: 'Hãy sửa các mục nêu trong "issues" rồi gửi lại.',
      en: 'Correct what "issues" names and send it again.',
    },
  },
  bad_multipart: {
    status: 400,
    title: { vi: 'Nội dung tải lên không đầy đủ.', en: 'The upload is not complete.' },
    detail: {
      vi: 'Đường truyền có thể đã bị ngắt. Hãy tải lên lại; tệp đã nhận đủ sẽ không bị lưu hai lần.',
      en: 'The connection may have been cut. Upload again; files already received are not stored twice.',
    },
  },
  no_file: {
    status: 400,
    title: { vi: 'Không có tệp nào được tải lên.', en: 'No file was uploaded.' },
    detail: {
      vi: 'Hãy chọn ít nhất một tệp và gửi trong trường "file".',
      en: 'Choose at least one file and send it in the field "file".',
    },
  },
  unexpected_field: {
    status: 400,
    title: { vi: 'Tệp nằm sai trường.', en: 'The file came in an unexpected field.' },
    detail: { vi: 'Hãy gửi tệp trong trường "file".', en: 'Send files in the field "file".' },
  },
  batch_after_file: {
    status: 400,
    title: { vi: 'Trường "batch" đến sau tệp.', en: 'The field "batch" came after a file.' },
    detail: {
      vi: 'Hãy đặt trường "batch" trước các tệp rồi gửi lại.',
      en: 'Put the field "batch" before the files and send it again.',
    },
  },
  sign_in_required: {
    status: 401,
    title: { vi: 'Bạn chưa đăng nhập.', en: 'You are not signed in.' },
    detail: { vi: 'Hãy đăng nhập rồi thử lại.', en: 'Sign in and try again.' },
  },
  role_missing: {
    status: 403,
    title: { vi: 'Tài khoản của bạn không có quyền làm việc này.', en: 'Your account may not do this.' },
    detail: {
      vi: 'Việc này cần vai trò {needed}, còn bạn là {role}. Hãy liên hệ quản trị viên.',
      en: 'It needs the role {needed}, and yours is {role}. Ask an administrator.',
    },
  },
  password_due: {
    status: 403,
    title: { vi: 'Bạn đang dùng mật khẩu cấp một lần.', en: 'You are using a one-time password.' },
    detail: { vi: 'Hãy đặt mật khẩu của riêng bạn trước.', en: 'Choose a password of your own first.' },
  },
  cross_site: {
    status: 403,
    title: { vi: 'Yêu cầu đến từ một trang khác.', en: 'The request comes from another site.' },
    detail: {
      vi: 'Hãy thực hiện việc này trên trang của ansinh.',
      en: 'Do this on the pages of ansinh itself.',
    },
  },
  not_found: {
    status: 404,
    title: { vi: 'Không tìm thấy.', en: 'Not found.' },
    detail: {
      vi: 'Hãy kiểm tra mã trong địa chỉ; danh sách ở /api/v1/documents.',
      en: 'Check the id in the address; /api/v1/documents lists what there is.',
    },
  },
  report_gone: {
    status: 404,
    title: { vi: 'Báo cáo này không còn trong hệ thống.', en: 'This report is no longer here.' },
    detail: {
      vi: 'Quyết định chưa gửi được vẫn giữ trên máy của bạn. Hãy tải tệp lên lại rồi làm tiếp, hoặc báo quản trị viên.',
      en: 'What could not be sent is still kept on your machine. Upload the file again and go on, or tell an administrator.',
    },
  },
  route_not_found: {
    status: 404,
    title: { vi: 'Địa chỉ này không tồn tại.', en: 'There is nothing at this address.' },
    detail: { vi: 'Các địa chỉ hợp lệ có ở /docs.', en: 'The addresses there are: /docs.' },
  },
  record_not_ready: {
    status: 404,
    title: { vi: 'Báo cáo chưa được trích xuất xong.', en: 'The report has no record yet.' },
    detail: {
      vi: 'Trạng thái hiện tại: {status}. Hãy thử lại sau ít giây.',
      en: 'Its status is {status}. Try again in a few seconds.',
    },
  },
  record_failed: {
    status: 404,
    title: { vi: 'Báo cáo này không đọc được.', en: 'This report could not be read.' },
    detail: { vi: '{message} {remedy}', en: '{message} {remedy}' },
  },
  wrong_offset: {
    status: 409,
    title: {
      vi: 'Phần gửi lên không nối tiếp phần đã nhận.',
      en: 'The piece does not begin where the last one ended.',
    },
    detail: {
      vi: 'Hãy hỏi lại vị trí đã nhận (HEAD) rồi gửi tiếp từ đó.',
      en: 'Ask how far the upload is (HEAD) and go on from there.',
    },
  },
  tus_required: {
    status: 412,
    title: { vi: 'Thiếu tiêu đề Tus-Resumable.', en: 'Tus-Resumable is missing.' },
    detail: { vi: 'Hãy gửi theo giao thức tus 1.0.0.', en: 'Use tus 1.0.0.' },
  },
  upload_busy: {
    status: 423,
    title: { vi: 'Tệp này đang được gửi ở một kết nối khác.', en: 'Another connection is sending this file.' },
    detail: { vi: 'Hãy chờ ít giây rồi thử lại.', en: 'Wait a few seconds and try again.' },
  },
  method_not_allowed: {
    status: 405,
    title: { vi: 'Phương thức không được phép ở địa chỉ này.', en: 'This address does not allow the method.' },
    detail: { vi: 'Được phép: {allow}.', en: 'Allowed: {allow}.' },
  },
  not_acceptable: {
    status: 406,
    title: { vi: 'Không có định dạng được yêu cầu.', en: 'No answer in the media type asked for.' },
    detail: { vi: 'Có: {types}.', en: 'There is: {types}.' },
  },
  request_timeout: {
    status: 408,
    title: { vi: 'Yêu cầu đến quá chậm.', en: 'The request came too slowly.' },
    detail: { vi: 'Hãy kiểm tra đường truyền rồi gửi lại.', en: 'Check the connection and send it again.' },
  },
  figure_changed: {
    status: 412,
    title: { vi: 'Số liệu đã được người khác sửa.', en: 'Somebody else has changed the figure.' },
    detail: {
      vi: 'Hãy xem số liệu hiện tại trong "current" và sửa lại với ETag của nó.',
      en: 'Look at "current" and correct it with its ETag.',
    },
  },
  review_changed: {
    status: 412,
    title: { vi: 'Việc rà soát báo cáo này đã được người khác thay đổi.', en: 'Somebody else has changed the review.' },
    detail: {
      vi: 'Hãy xem trạng thái hiện tại trong "current" rồi làm lại với ETag của nó.',
      en: 'Look at "current" and do it again with its ETag.',
    },
  },
  body_too_large: {
    status: 413,
    title: { vi: 'Nội dung yêu cầu quá lớn.', en: 'The body of the request is too large.' },
    detail: { vi: 'Hãy gửi ít hơn trong một lần.', en: 'Send less at once.' },
  },
  unsupported_media_type: {
    status: 415,
    title: { vi: 'Kiểu nội dung không được hỗ trợ.', en: 'The content type is not supported.' },
    detail: { vi: 'Hãy gửi dưới dạng {types}.', en: 'Send it as {types}.' },
  },
  precondition_required: {
    status: 428,
    title: { vi: 'Thiếu tiêu đề If-Match.', en: 'If-Match is missing.' },
    detail: {
      vi: 'Hãy đọc số liệu trước và gửi ETag của nó trong If-Match.',
      en: 'Read the figure first and send its ETag in If-Match.',
    },
  },
  too_many_requests: {
    status: 429,
    title: { vi: 'Quá nhiều yêu cầu trong thời gian ngắn.', en: 'Too many requests in a short time.' },
    detail: { vi: 'Hãy chờ một phút rồi thử lại.', en: 'Wait a minute and try again.' },
  },
  internal: {
    status: 500,
    title: { vi: 'Máy chủ gặp lỗi.', en: 'The server made an error.' },
    detail: {
      vi: 'Hãy thử lại; nếu vẫn lỗi, báo cho quản trị viên mã yêu cầu trong "request".',
      en: 'Try again; if it persists, tell the operator the id in "request".',
    },
  },
} satisfies Record<string, Kind>;

const READ_STATUS: Partial<Record<ReadErrorCode, number>> = { too_large: 413, unsupported_type: 415 };

const REFUSAL_STATUS: Record<RefusalCode, number> = {
  invalid_cursor: 400,
  invalid_span: 422,
  value_missing: 422,
  unknown_figure: 422,
  too_many_figures: 422,
  figure_exists: 409,
  not_extracted: 409,
  unknown_batch: 404,
  period_reversed: 422,
  circular_part: 422,
  claimed_by_other: 409,
  not_claimed: 409,
  review_closed: 409,
  not_reviewed: 409,
  needs_second_person: 409,
  approver_only: 403,
  no_second_review: 409,
  blind_review: 409,
  agreement_not_ready: 409,
  unknown_reviewer: 422,
  no_pages: 404,
  file_missing: 410,
  wrong_credentials: 401,
  account_disabled: 403,
  too_many_attempts: 429,
  wrong_password: 422,
  no_account: 409,
  email_taken: 409,
  first_account: 422,
  last_administrator: 409,
};

export type ProblemCode = keyof typeof OWN | ReadErrorCode | RefusalCode;

const isReadCode = (code: ProblemCode): code is ReadErrorCode => code in READ_FAILURES;
const isRefusal = (code: ProblemCode): code is RefusalCode => code in REFUSAL_STATUS;

/** "What happened. What to do." as its two parts. */
const split = (sentence: string): [string, string] => {
  const end = sentence.indexOf('. ');
  return end < 0 ? [sentence, sentence] : [sentence.slice(0, end + 1), sentence.slice(end + 2)];
};

const refusal = (code: RefusalCode): Kind => {
  const { vi, en } = new RefusedRequest(code).sentence;
  const [[viTitle, viDetail], [enTitle, enDetail]] = [split(vi), split(en)];
  return {
    status: REFUSAL_STATUS[code],
    title: { vi: viTitle, en: enTitle },
    detail: { vi: viDetail, en: enDetail },
  };
};

export const PROBLEM_CODES = [
  ...Object.keys(OWN),
  ...Object.keys(READ_FAILURES),
  ...Object.keys(REFUSAL_STATUS),
] as ProblemCode[];

/** The status and the sentences of a code. */
export const kindOf = (code: ProblemCode): Kind => {
  if (isRefusal(code)) return refusal(code);
  if (!isReadCode(code)) return OWN[code];
  const { message, remedy } = READ_FAILURES[code];
  return { status: READ_STATUS[code] ?? 422, title: message, detail: remedy };
};

type Params = Record<string, string | Bilingual>;

interface Details {
  /** Fills the `{name}`s of the sentence. */
  params?: Params;
  /** Members of the problem beside the standard ones. */
  extra?: Record<string, unknown>;
  headers?: Record<string, string>;
}

/** Thrown by handlers: becomes an RFC 9457 answer in the caller's language. */
export class Problem extends Error {
  readonly code: ProblemCode;
  readonly details: Details;

  constructor(code: ProblemCode, details: Details = {}) {
    super(code);
    this.name = 'Problem';
    this.code = code;
    this.details = details;
  }
}

const fill = (sentence: string, language: Language, params: Params = {}): string =>
  sentence.replace(/\{(\w+)\}/g, (whole, name: string) => {
    const value = params[name] ?? whole;
    return typeof value === 'string' ? value : value[language];
  });

/** What a person is told of a code: what happened and what to do. */
export const sentences = (code: ProblemCode, language: Language, params?: Params) => {
  const { title, detail } = kindOf(code);
  return { message: title[language], remedy: fill(detail[language], language, params) };
};

/** `instance` is the path asked for, `request` the id under which the log has it. */
export const describe = (
  { code, details }: Problem,
  at: { language: Language; instance: string; request: string },
): ProblemDetails => {
  const { message, remedy } = sentences(code, at.language, details.params);
  return {
    type: 'about:blank',
    title: message,
    status: kindOf(code).status,
    detail: remedy,
    instance: at.instance,
    code,
    request: at.request,
    ...details.extra,
  };
};

/** Any error as a problem; what we did not foresee is `internal` and says nothing of its cause. */
export const toProblem = (error: unknown): Problem => {
  if (error instanceof Problem) return error;
  if (error instanceof RefusedRequest && error.code === 'too_many_attempts') {
    return new Problem(error.code, { headers: { 'Retry-After': '60' } });
  }
  if (error instanceof RefusedRequest) return new Problem(error.code, { params: error.params });
  if (error instanceof ReadError) return new Problem(error.code);
  // Express's own errors (http-errors): a body that is no JSON, an address that cannot be decoded.
  const { status, type } = Object(error) as { status?: unknown; type?: unknown };
  if (type === 'entity.too.large') return new Problem('body_too_large');
  if (status === 415)
    return new Problem('unsupported_media_type', { params: { types: 'application/json; charset=utf-8' } });
  if (typeof status === 'number' && status >= 400 && status < 500) return new Problem('invalid_request');
  return new Problem('internal');
};
