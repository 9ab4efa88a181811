import type { Bilingual } from '../model/index.ts';

const REFUSALS = {
  invalid_cursor: {
    vi: 'Con trỏ trang không hợp lệ. Hãy bắt đầu lại từ trang đầu, không kèm "cursor".',
    en: 'The cursor is not one of ours. Start again from the first page, without "cursor".',
  },
  invalid_span: {
    vi: 'Vị trí số liệu nằm ngoài văn bản. Hãy chọn lại đoạn chữ trong văn bản của báo cáo.',
    en: 'The span lies outside the text. Choose a stretch of the text of the report.',
  },
  value_missing: {
    vi: 'Số liệu mới phải có giá trị. Hãy gửi kèm "value".',
    en: 'A new figure needs its value. Send "value" with it.',
  },
  unknown_figure: {
    vi: 'Số liệu được dẫn trong "partOf" không có trong báo cáo này hoặc là chính nó.',
    en: 'The figure named in "partOf" is not in this report, or is the figure itself.',
  },
  figure_exists: {
    vi: 'Vị trí này đã có số liệu. Hãy sửa số liệu đó thay vì thêm mới.',
    en: 'There is a figure at this place already. Correct that one instead of adding another.',
  },
  not_extracted: {
    vi: 'Báo cáo này chưa được trích xuất. Hãy chờ xử lý xong rồi thử lại.',
    en: 'This report has not been extracted yet. Wait until it is done and try again.',
  },
  unknown_batch: {
    vi: 'Không có đợt tải lên này. Hãy tạo đợt mới rồi tải lên lại.',
    en: 'There is no such batch. Create one and upload again.',
  },
  too_many_figures: {
    vi: 'Có quá nhiều số liệu cho một chuỗi. Hãy chọn thêm chỉ tiêu, đối tượng hoặc địa bàn.',
    en: 'Too many figures for one series. Choose an indicator, a subject or a place as well.',
  },
  wrong_credentials: {
    vi: 'Email hoặc mật khẩu không đúng. Hãy kiểm tra lại cả hai; nếu quên mật khẩu, nhờ quản trị viên cấp lại.',
    en: 'The e-mail address or the password is wrong. Check both; an administrator can give you a new password.',
  },
  account_disabled: {
    vi: 'Tài khoản này đã bị khoá. Hãy liên hệ quản trị viên.',
    en: 'This account is disabled. Ask an administrator.',
  },
  too_many_attempts: {
    vi: 'Đã thử quá nhiều lần. Hãy chờ một phút rồi thử lại.',
    en: 'Too many attempts. Wait a minute and try again.',
  },
  wrong_password: {
    vi: 'Mật khẩu hiện tại không đúng. Hãy nhập lại.',
    en: 'The present password is wrong. Type it again.',
  },
  no_account: {
    vi: 'Chưa có tài khoản nào nên không có mật khẩu để đổi. Hãy tạo tài khoản đầu tiên trước.',
    en: 'There is no account yet, so there is no password to change. Make the first account.',
  },
  email_taken: {
    vi: 'Email này đã có tài khoản. Hãy dùng email khác, hoặc cấp lại mật khẩu cho tài khoản đó.',
    en: 'There is an account with this e-mail address. Take another one, or give that account a new password.',
  },
  first_account: {
    vi: 'Tài khoản đầu tiên phải là của quản trị viên. Hãy chọn vai trò "administrator".',
    en: 'The first account must be an administrator\'s. Choose the role "administrator".',
  },
  last_administrator: {
    vi: 'Đây là quản trị viên cuối cùng còn dùng được. Hãy giao quyền quản trị cho người khác trước.',
    en: 'This is the last enabled administrator. Make somebody else one first.',
  },
  period_reversed: {
    vi: 'Kỳ số liệu kết thúc trước khi bắt đầu. Hãy kiểm tra hai ngày rồi gửi lại.',
    en: 'The period ends before it starts. Check both days and send it again.',
  },
  circular_part: {
    vi: 'Số liệu không thể là một phần của chính phần của nó. Hãy chọn số tổng khác.',
    en: 'A figure cannot be a part of its own part. Choose another whole.',
  },
  claimed_by_other: {
    vi: 'Báo cáo này đang do người khác rà soát. {who} đang giữ; hãy nhờ chuyển giao, hoặc chờ người đó xong.',
    en: 'Somebody else is reviewing this report. {who} has it; ask them to hand it over, or wait until they are done.',
  },
  not_claimed: {
    vi: 'Bạn chưa nhận báo cáo này. Hãy nhận rà soát trước.',
    en: 'You do not have this report in hand. Claim it first.',
  },
  review_closed: {
    vi: 'Báo cáo này đã rà soát xong. Muốn sửa, hãy mở lại và nêu lý do.',
    en: 'The review of this report is finished. Reopen it, with a reason, to change anything.',
  },
  not_reviewed: {
    vi: 'Báo cáo này chưa rà soát xong. Người rà soát phải kết thúc trước.',
    en: 'The review of this report is not finished. The reviewer has to finish it first.',
  },
  needs_second_person: {
    vi: 'Việc này phải do một người khác làm. {who} đã rà soát báo cáo này; hãy nhờ một tài khoản khác.',
    en: 'This has to be done by another person. {who} has reviewed this report; ask somebody with another account.',
  },
  approver_only: {
    vi: 'Việc này cần quyền duyệt. Hãy nhờ người duyệt hoặc quản trị viên.',
    en: 'Only an approver may do this. Ask an approver or an administrator.',
  },
  no_second_review: {
    vi: 'Chưa có ai rà soát độc lập lần hai. Hãy bắt đầu rà soát lần hai trước.',
    en: 'Nobody reviews this report a second time. Start the second review first.',
  },
  blind_review: {
    vi: 'Bạn đang rà soát độc lập báo cáo này. Hãy làm trong phần của mình; quyết định của người thứ nhất sẽ hiện khi cả hai đã kết thúc.',
    en: "You are reviewing this report independently. Work in your own layer; the first reviewer's decisions are shown once both of you have finished.",
  },
  agreement_not_ready: {
    vi: 'Hai người chưa cùng kết thúc rà soát. Mức đồng thuận có khi cả hai đã xong.',
    en: 'The two reviews are not both finished. Their agreement is there once both are.',
  },
  unknown_reviewer: {
    vi: 'Không có tài khoản này hoặc tài khoản không được rà soát. Hãy chọn người khác để chuyển giao.',
    en: 'There is no such account, or it may not review. Choose somebody else to hand the report over to.',
  },
  no_pages: {
    vi: 'Báo cáo này không có trang dạng hình. Hãy xem văn bản đã đọc, hoặc tải tệp gốc về.',
    en: 'This report has no pages as pictures. Look at the text that was read, or download the file.',
  },
  file_missing: {
    vi: 'Tệp gốc của báo cáo không còn trong kho. Bản ghi và mọi quyết định vẫn còn; hãy tải tệp lên lại để xem.',
    en: 'The file of this report is no longer stored. Its record and every decision are; upload the file again to see it.',
  },
} satisfies Record<string, Bilingual>;

export type RefusalCode = keyof typeof REFUSALS;

/** A request that cannot be done as asked; the caller can mend it. `message` is English, `sentence` both. */
export class RefusedRequest extends Error {
  readonly code: RefusalCode;
  readonly sentence: Bilingual;
  /** Fill the `{name}`s of the sentence. */
  readonly params: Record<string, string>;

  constructor(code: RefusalCode, params: Record<string, string> = {}) {
    super(REFUSALS[code].en);
    this.name = 'RefusedRequest';
    this.code = code;
    this.sentence = REFUSALS[code];
    this.params = params;
  }
}

/** What a clerk is told where the fault is ours. */
export const INTERNAL_FAILURE: { message: Bilingual; remedy: Bilingual } = {
  message: { vi: 'Hệ thống gặp lỗi khi xử lý tệp này.', en: 'The service failed on this file.' },
  remedy: {
    vi: 'Tệp vẫn được giữ nguyên. Hãy bấm "Trích xuất lại"; nếu vẫn lỗi, báo cho người quản trị kèm mã tài liệu.',
    en: 'The file is kept. Extract it again; if it fails again, tell the administrator the id of the document.',
  },
};

/** What is told of a file whose batch was cancelled before its turn came. */
export const CANCELLED_FAILURE: typeof INTERNAL_FAILURE = {
  message: {
    vi: 'Đợt tải lên đã bị huỷ trước khi tệp này được xử lý.',
    en: 'The batch was cancelled before the turn of this file came.',
  },
  remedy: {
    vi: 'Nếu vẫn cần tệp này, hãy bấm "Thử lại" ở đợt tải lên.',
    en: 'If it is wanted after all, retry the failed files of the batch.',
  },
};
