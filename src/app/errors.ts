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
} satisfies Record<string, Bilingual>;

export type RefusalCode = keyof typeof REFUSALS;

/** A request that cannot be done as asked; the caller can mend it. `message` is English, `sentence` both. */
export class RefusedRequest extends Error {
  readonly code: RefusalCode;
  readonly sentence: Bilingual;

  constructor(code: RefusalCode) {
    super(REFUSALS[code].en);
    this.name = 'RefusedRequest';
    this.code = code;
    this.sentence = REFUSALS[code];
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
