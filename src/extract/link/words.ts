import { AFTER, BEFORE } from '../text/words.ts';

/** Vietnamese words are bounded by letters, marks and digits; `\b` would cut "đ" from "đối". */
export const words = (alternatives: string, flags = 'giu'): RegExp =>
  new RegExp(`${BEFORE}(?:${alternatives})${AFTER}`, flags);

/** "hơn", "gần", "khoảng": words that bound a number and tell nothing of what it counts. */
export const BOUND = 'hơn|trên|gần|dưới|khoảng|ước|xấp xỉ|ít nhất|tối thiểu|tối đa|không quá|chừng|tới|đến';

/** Words before a number that set it against the whole instead of inside it. */
export const APART_WORDS = words(
  'phấn đấu|năm trước|năm ngoái|cùng kỳ|so với|tăng(?! cường)|giảm(?! nghèo)|vượt|bình quân|trung bình|mỗi|tương đương|tổng(?! (?:hợp|kết|công ty))|lũy kế|luỹ kế|nâng (?:tổng|số|tỷ lệ|tỉ lệ|mức)|đầu kỳ|ngoài (?:số|ra)',
);
/** A plan stands right before its number; "dư nợ theo chỉ tiêu giao đạt 172 tỷ" is not a plan. */
export const APART_AT_END = new RegExp(
  `${words('kế hoạch|chỉ tiêu|(?<!chương trình )mục tiêu').source}(?:\\s+\\p{L}+)?\\s*:?\\s*$`,
  'iu',
);
export const APART = new RegExp(`${APART_WORDS.source}|${APART_AT_END.source}`, 'iu');

/** Words that always open a statement of its own after a comma, a semicolon or a full stop. */
export const TURNS =
  'góp phần|giúp|nâng (?:tổng|số|tỷ lệ|tỉ lệ|mức)|đưa|qua đó|từ đó|nhờ đó|đồng thời|ngoài ra|bên cạnh|hiện|hiện nay|đến nay|tổng|tổng số|tổng cộng|lũy kế|luỹ kế|so với|tăng|giảm|vượt|phấn đấu|dự kiến|tiếp tục|toàn tỉnh|toàn huyện|toàn xã|cả nước';

/** Words of doing: they open a new statement too, unless the listing is one of deeds from its first item on. */
export const DEEDS =
  'tổ chức|phối hợp|triển khai|thực hiện|hỗ trợ|giải ngân|cấp(?! (?:tỉnh|huyện|xã|phường|thị|thành|quận|trung ương|cơ sở))|trao|tặng|thăm|chi trả|chi|vận động|huy động|xây dựng|tiếp nhận|giới thiệu|tư vấn|mở|cho vay|giải quyết|tạo việc làm|đã|tỷ lệ|tỉ lệ|thu hút|duy tu';
