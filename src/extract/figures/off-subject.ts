import { quick } from '../text/quick.ts';
import type { Candidate, Scene } from './draft.ts';

/** How far the words of a field may stand before a number; the cost stays linear. */
const REACH = 300;
/** How far behind it. */
const AHEAD = 80;

/** What a report on a whole district tells beside welfare work (spec/figures.md, "Off the subject"). */
const FIELDS = quick(
  /(?<!\p{L})(?:(?:vệ sinh )?an toàn (?:vệ sinh )?thực phẩm|ngộ độc|(?:đạt )?(?:chuẩn|tiêu chuẩn|danh hiệu) văn hóa|gia đình văn hóa|(?:trung tâm|thiết chế|cơ quan|đơn vị|ấp|khu phố|xã|thôn|làng|bản|trường học),? văn hóa|(?:làng|thôn|xã),[^.;\d]{0,24} văn hóa|antt|đảng viên|chi bộ|(?<!(?:đại hội|nghị quyết|đại biểu) )đảng bộ|kết nạp đảng|tổ chức (?:cơ sở )?đảng|lĩnh vực (?:đất đai|môi trường|tài nguyên|khoáng sản|giao thông|nông nghiệp|công nghiệp|thương mại|du lịch|an ninh|quốc phòng)|(?:tai nạn|trật tự an toàn|vi phạm) giao thông|buôn lậu|hàng giả|cháy rừng|trồng rừng|thu gom rác|nhập ngũ|tuyển quân|giao quân|khách du lịch|lượt khách|doanh nghiệp thành lập mới|đăng ký kinh doanh|động đất|giải phóng mặt bằng|phiếu tín nhiệm|bầu cử|chất vấn|cử tri)(?!\p{L})/gu,
);
/** Yields, crops and herds of a place. */
const FARMING = quick(
  /(?<!\p{L})(?:sản lượng|năng suất|tổng đàn|gieo trồng|gieo cấy|lương thực|nuôi trồng|thủy sản|vụ (?:đông xuân|hè thu|mùa|xuân)|trồng mới|độ che phủ|tỷ lệ che phủ|gia súc|gia cầm|cây (?:ăn quả|công nghiệp|thuốc lá|lạc|sắn|mía|cao su|cà phê|chè|lúa))(?!\p{L})/u,
);
const PRODUCE: ReadonlySet<string> = new Set(['ha', 'm2', 'kg', 'tonne', 'animal']);
/** Words that make a number one of welfare work whatever else its sentence tells. */
const WELFARE = quick(
  /(?<!\p{L})(?:nghèo|hỗ trợ|trợ (?:cấp|giúp)|việc làm|vay|vốn|quà|tặng|trao|bảo hiểm|bhxh|bhyt|bhtn|chính sách|có công|khuyết tật|an sinh|từ thiện|cứu trợ|nhà ở|nhà (?:tình|đại)|nhà tiêu|nước sạch|hội viên|phụ nữ|bà con|nông dân|mô hình|dự án|học bổng|thiệt hại|thiên tai|lũ|hạn hán|trẻ em|người cao tuổi|đào tạo|dạy nghề|gia đình chị|gia đình anh)(?!\p{L})/u,
);

/** So do people at work or counted, in their own clause. */
const PEOPLE = quick(/(?<!\p{L})(?:nữ|dân số|nhân khẩu|lao động(?! sản xuất))(?!\p{L})/u);

const clauseOf = (folded: string, { sentence, token }: Candidate): string => {
  const before = folded.slice(Math.max(sentence.start, token.span.start - REACH), token.span.start);
  const after = folded.slice(token.span.end, Math.min(sentence.end, token.span.end + AHEAD));
  const end = after.search(/;/);
  return before.slice(before.lastIndexOf(';') + 1) + (end < 0 ? after : after.slice(0, end));
};

/** Whether a number tells of a field that is no welfare work: its harvests, inspections, titles of culture. */
export const offSubject = ({ folded }: Scene, candidate: Candidate): boolean => {
  const { sentence, paragraph, token } = candidate;
  const clause = clauseOf(folded, candidate);
  if (WELFARE.test(clause) || PEOPLE.test(clause)) return false;
  const told = folded.slice(
    Math.max(sentence.start, token.span.start - REACH),
    Math.min(sentence.end, token.span.end + AHEAD),
  );
  if (told.search(FIELDS) >= 0) return true;
  const near = folded.slice(
    Math.max(paragraph.start, token.span.start - REACH),
    Math.min(paragraph.end, token.span.end + REACH),
  );
  return PRODUCE.has(token.noun?.unit ?? '') && FARMING.test(near) && !WELFARE.test(near);
};
