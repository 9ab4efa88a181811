import { toNumber } from '../numbers/decimal.ts';
import { atEnd } from '../text/at-end.ts';
import { matches, quick } from '../text/quick.ts';
import type { Candidate, Scene } from './draft.ts';
import { offSubject } from './off-subject.ts';
import { isNameOfPlace } from './place-name.ts';

/** How far a refusal looks to either side; no rule needs more, and the cost stays linear. */
const REACH = 120;

interface View {
  /** Folded text before the number, ending at it, no further back than its paragraph. */
  before: string;
  /** Folded text behind the whole expression. */
  after: string;
  /** The numeral as written. */
  numeral: string;
  candidate: Candidate;
  /** Nothing tells what is counted: no sign, no multiplier, no noun. */
  bare: boolean;
  scene: Scene;
}

/** Names the reason why a number is no figure (spec/figures.md, "Not figures"). */
export interface Refusal {
  name: string;
  /** The same for people, to stand behind "no figure:". */
  because: string;
  refuses: (view: View) => boolean;
}

const LEGAL = atEnd(
  /(?<!\p{L})(?:số|nghị định|quyết định|nghị quyết|thông tư|chỉ thị|kế hoạch|công văn|chương trình|đề án|(?:tiểu )?dự án|nội dung|luật|điều|khoản|điểm|mục|phụ lục|biểu|bảng|hình|ảnh|chương|phần|khóa|kỳ họp|tiêu chí|văn bản|tờ trình|báo cáo|thông báo|hướng dẫn|kết luận|công điện|pháp lệnh|mẫu|nđ|qđ|nq|tt|ct|kh|bc|cv|tw|thông tư liên tịch)(?:\s+số)?\s*:?\s*$/u,
);
/** "Điều 5 Nghị quyết 30a", "khoản 2 Quyết định số 05" */
const ARTICLE_OF_LAW = atEnd(/(?<!\p{L})(?:điều|khoản|điểm)\s+$/u);
/** "xây nhà 167", "xã 135" */
const POLICY_BY_NUMBER = /^(?:1(?:02|34|35|43|67|77)|322|755)$/;
const NAMED_BY_NUMBER = atEnd(/(?<!\p{L}|\d\s)(?:nhà|xã|thôn|vùng|diện|vốn|đất)\s+$/u);
/** "con số 15", "doanh số 15 tỷ" */
const OF_A_TOTAL = atEnd(/(?:trong|tổng|con|trên|toàn bộ|một|doanh|dân|sĩ|quân|đa|chỉ|hệ|trị)\s+số\s*:?\s*$/u);
const ORDINAL = atEnd(
  /(?<!\p{L})(?:thứ|lần thứ|hạng|top|loại|cấp|bậc|lớp|quận|phường|tổ|ấp|thôn|khóm|khu phố|khu vực|vùng|giai đoạn|đợt|kỳ|khóa|tập|đường|số nhà|quốc lộ|tỉnh lộ|km|hẻm|ngõ|phòng|lô|tiểu khu|xóm|(?<!nhật )bản|làng|nhóm|mức|cụm|trạm|chi hội|trường|đội|binh đoàn|sư đoàn|quân khu|đảng|trang|tuần|tháng|quý|năm|ngày|bước|câu|phương án|kịch bản|(?:chỉ thị|nghị quyết)\s+\p{L}+)\s+(?:số\s+)?$/u,
);
/** "mức 50-100%" */
const RANGED = /^\s*[-–]\s*[\d.,]+\s*(?:%|triệu|nghìn|đồng)/u;
/** "thôn 3 xã Ea Tul", "tổ 7 khu phố 2": the number names the place before it and counts nothing behind. */
const NUMBERED_PLACE = atEnd(
  /(?<!\d\s*)(?<!\p{L})(?:thôn|ấp|tổ|tổ dân phố|khóm|khu|khu phố|khu vực|phường|quận|xóm|bản|buôn|đội)\s+(?:số\s+)?$/u,
);
/** "Dự án 6 Chương trình mục tiêu quốc gia": the number names the part, whatever stands behind it. */
const NUMBERED_PART = atEnd(
  /(?<!\d\s*)(?<!\p{L})(?:(?:tiểu )?dự án|hợp phần|tiểu hợp phần|nội dung(?: thành phần)?|chuyên đề)\s+(?:số\s+)?$/u,
);
const PLACES: ReadonlySet<string> = new Set(['village', 'commune', 'district', 'province']);
const PARENTS = atEnd(
  /(?<!\p{L})(?:gia đình|nhà|vợ chồng|chị|anh|ông|bà|cô|chú|mẹ)(?:\s+\p{L}+){0,3}\s+(?:có|sinh|đông)\s+$/u,
);
const CODE_AFTER =
  /^(?:[-–]\p{L}|\/(?:\d{4}\/)?\p{L}{1,5}[-–/]|\/\d{4}\/\p{L}|\s?[-–]\s?(?:kh|ct|nq|qđ|nđ|hd|kl|tb|cv)\/)/u;
const CODE_BEFORE = atEnd(/(?:\p{L}[-–.]|\d\/\d+\/|[\p{L}][-–]\d+[-–])$/u);
/** "cách làm ăn.1,5 triệu lượt": a sentence that begins without a space. */
const RUN_TOGETHER = /[\p{Ll}]{2}\.$/u;
/** "50/QĐ/2013" is a code; "1.460 triệu đồng/98 hộ" and "780 hộ/2.334 khẩu" are pairs. */
const CODE_SLASH = atEnd(/\p{L}\/$/u);
/** Words between, whose full stops may only group digits. */
const ON = '(?:[^.;]|\\.\\d)';
const EACH_GIFT = '(?<!\\p{L})(?:mỗi (?:phần|suất|gói|túi)(?: quà)?|một (?:phần|suất|gói|túi) quà)(?!\\p{L})';
/** The contents of a single gift (spec/figures.md, "Off the subject"). */
const GIFT_CONTENT = new RegExp(`${EACH_GIFT}${ON}{0,60}(?<!\\p{L})(?:gồm|bao gồm|trong đó có)(?!\\p{L})${ON}*$`, 'u');
/** "mỗi suất 10 kg gạo, 2 lít dầu ăn", "mỗi phần có 1 chăn" */
const GIFT_THINGS = new RegExp(`${EACH_GIFT}\\s+(?:có\\s+)?(?:[\\d.,]+\\s?\\p{L}(?:${ON}{0,48}[,(]\\s*))?$`, 'u');
/** "gồm 5 kg gạo, 1 chai dầu ăn, trị giá 250.000 đồng": what all of it is worth. */
const WORTH = atEnd(
  /(?:,|\)|(?<!\p{L})(?:có|với|tổng))\s*(?:tổng )?(?:trị giá|giá trị)(?:\s+(?:là|khoảng|trên|hơn|gần))*\s*$/u,
);
const PAID_IN = quick(/(?<!\p{L})(?:gồm|bao gồm)(?!\p{L})[^;]*(?:đồng|tiền mặt)/u);
/** "suất quà trị giá 550 nghìn đồng (tiền mặt 300 nghìn đồng và quà 250 nghìn đồng)" */
const PARTS_OF_PRICE = quick(
  /(?<!\p{L})(?:suất|phần|túi|gói|trị giá|mức)(?!\p{L})(?:[^.;()]|\.\d){0,48}đồng[^.;()\d]{0,24}(?:(?<!\p{L})gồm\s*:?|\()\s*(?:gồm\s+)?(?:(?:\p{L}+\s+){0,2}(?:tiền mặt|tiền|hiện vật|quà)(?!\p{L})(?:[^.;)]|\.\d)*|(?=\S))$/u,
);
/** "250.000 đồng/suất (gồm 150.000 đồng tiền quà và 100.000 đồng tiền mặt)" */
const PARTS_IN_BRACKET = quick(
  /(?<!\p{L})(?:suất|phần|túi|gói|trị giá|mức)(?!\p{L})(?:[^.;()]|\.\d){0,48}đồng[^.;()\d]{0,24}\((?:bao )?gồm:?\s(?:[^.;()]|\.\d)*$/u,
);
const DEAREST_GIFT = 5e6;
/** A day and month that no word of time announces. */
const DATE_BEFORE = atEnd(/(?<!\p{L})(?:từ|ngày|sáng|chiều|tối|trưa|đêm|hôm|dịp|mùng|mồng)\s+$/u);
const CONTACT = atEnd(
  /(?:điện thoại|đt|sđt|hotline|fax|tel|tài khoản|stk|cmnd|cmtnd|cccd|mã số(?: thuế)?|(?:lượt|số lần)(?: người)? (?:xem|truy cập|đọc|tải|thích)|views?|visits?|visitors|hits|lượt view|số lượt (?:xem|đọc|truy cập)|số người (?:xem|đọc|truy cập)|người xem|đã xem|khách (?:online|viếng thăm)|truy cập(?: hiện tại)?|bình luận|online|hôm (?:nay|qua)|trong (?:tuần|tháng)|tất cả|tổng đài|đầu số|cú pháp|nhân đạo quốc gia)\s*[:.]?\s*$/u,
);
/** "41 người đã bình chọn", "3.175 lượt xem", "60 trang tài liệu" */
const VISITORS =
  /^\s*(?:người\s+)?(?:đã\s+)?(?:bình chọn|(?:lượt\s+)?bình luận|lượt (?:xem|đọc|tải|thích|truy cập)|views?|trang tài liệu)(?!\p{L})/u;
const TIMES = /^\s*lần(?!\p{L}|\s+(?:điều chỉnh|kiểm tra|phát sóng|tổ chức))/u;
const POVERTY_LINE =
  /nghèo(?:\s+(?:là|có|từ|mức|lên|thu nhập))*\s+(?:dưới|trên|từ)\s*$|(?:(?<!đạt |được )chuẩn|tiêu chuẩn|tiêu chí|ngưỡng)\s(?:[^.;,]|,(?! (?:tạo|thu hút|giúp|xây|hỗ trợ|giải quyết|cho vay|tặng|trao|cấp)(?!\p{L}))){0,48}$|quy định(?:\s+(?:là|từ|tối thiểu|mức))*\s*$|(?:mức|có|cá thể)\s+thu nhập(?:\s+(?:bình quân|từ|trên|dưới|đầu người|hàng tháng|mỗi|người))*[^.;,]{0,12}$/u;
/** "là hộ có thu nhập bình quân đầu người hơn 1,5 triệu đồng đến 2,25 triệu đồng ở nông thôn và hơn 2 triệu đồng ở thành thị" */
const DEFINED_BY_INCOME = quick(
  /(?<!\p{L})(?:là|những|các|thuộc)\s+(?:hộ|hộ gia đình|người|gia đình)(?:\s+\p{L}+){0,4}\s+có\s+(?:mức\s+)?thu nhập[^.;]*$/u,
);
/** "23 hộ nghèo theo tiêu chuẩn của tỉnh với số tiền 15,6 triệu", "mức quà được quy định là 400.000 đồng/suất": what is paid. */
const PAID = atEnd(
  /(?<!\p{L})(?:số tiền|kinh phí|trị giá|giá trị)(?:\s+(?:là|trên|hơn|gần|khoảng))*\s*$|(?<!\p{L})(?:mức|tiền)\s+(?:quà|hỗ trợ|trợ cấp|thưởng|chúc thọ|mừng thọ)(?!\p{L})[^.;,\d]{0,40}$|(?<!\p{L})(?:hỗ trợ|trợ cấp|cho vay|được vay|cấp|tặng|chi|hưởng)(?:\s+(?:tiền|mức|số tiền|bằng tiền|từ|tới|đến|là|không quá|tối đa|tối thiểu|ít nhất|trên|hơn|gần|khoảng))*\s*$/u,
);
/** Incomes that draw the line are below this; "vốn hộ cận nghèo trên 55,6 tỷ đồng" is money lent. */
const INCOMES_END = 1e8;
const CONDITION =
  /(?:sử dụng|tiêu thụ)\s[^.;,]{0,24}dưới\s*$|(?:suy giảm khả năng lao động|tỷ lệ thương tật|mức độ khuyết tật|tỷ lệ tổn thương)[^.;,]{0,24}$/u;
/** "29 xã đạt từ 15 - 18 tiêu chí", "không còn xã đạt 13 tiêu chí": which communes are counted. */
const PLACES_REACHING =
  /(?:(?<![\d.,/])\d+|không còn|số|các|những|nhóm|có)\s+(?:xã|phường|thị trấn|huyện|thôn|ấp|bản|đơn vị)(?:\s+(?:mới|chưa|đã|còn))*\s+(?:đạt|hoàn thành|có)\s+(?:(?:từ|dưới|trên|được|khoảng|đủ|ít nhất|tối thiểu)\s+)*(?:\d+\s*(?:[-–]|đến)\s*)?$/u;
const CRITERIA = /^\s*(?:(?:[-–]|đến)\s*\d+\s*)?tiêu chí(?!\p{L})/u;
/** "tại các xã có tỷ lệ hộ nghèo trên 25%" */
const PLACES_WITH_RATE =
  /(?<!\p{L})(?:các|những|ở|tại|\d+|đối với)\s+(?:xã|thôn|bản|ấp|huyện|địa phương|địa bàn|phường|nơi)(?:,\s*(?:thôn|bản|ấp|xã))*\s+(?:có|còn)\s+(?:t[ỷỉ] lệ )?(?:hộ )?(?:cận )?nghèo(?:\s+\p{L}+){0,4}?\s+(?:trên|dưới|từ|hơn)\s*$/u;
/** "vụ có hai người bị nạn trở lên", "không còn xã dưới 15 tiêu chí" */
const AT_LEAST = /^[^.;,\d]{0,24}(?<!\p{L})trở (?:lên|xuống)(?!\p{L})/u;
const ECONOMY =
  /(?:gdp|grdp|(?<!(?:dư nợ|tín dụng|cho vay|nguồn vốn|huy động|có mức|mức|đều) )tăng trưởng(?: kinh tế)?(?! (?:dư nợ|tín dụng|cho vay|nguồn vốn|huy động))|kim ngạch|giá trị sản xuất|lạm phát|cpi|diện tích tự nhiên|tổng diện tích|mật độ dân số|(?:độ|tỷ lệ) che phủ|(?<!\p{L})(?:thu|chi) (?:cân đối )?(?:ngân sách|nsnn|nsđp)(?! (?:cho|để|hỗ trợ|đảm bảo|bảo đảm))|lương thực (?:bình quân|có hạt)|(?<!tăng |nâng )thu nhập (?:bình quân|trung bình|đầu người|\/người)|giá trị sản phẩm|tổng mức bán lẻ|tổng vốn đầu tư (?:toàn xã hội|phát triển)|vốn đăng ký|doanh thu|cơ cấu kinh tế|(?<!\p{L}|trị |đơn )giá (?:lúa|gạo|thóc|bán|mua|xăng|điện|vàng|heo|lợn|cà phê|tôm|cá)(?!\p{L})|tổng đàn|giá trị (?:hàng (?:hóa )?)?xuất khẩu|(?<!(?:hỗ trợ|tặng|cấp|trao|có|nuôi) )đàn (?:trâu|bò|lợn|gia súc|gia cầm)|xuống giống|gieo (?:cấy|trồng|sạ)|năng suất|sản lượng|mực nước|đỉnh lũ|báo động (?:\d|i+)|lượng mưa)(?:[^.;\d]|(?:năm|quý|tháng|ngày) [\d/-]+|\d+(?:h|g(?!\p{L}))\d*){0,40}$/u;
/** "nguồn vốn …, tốc độ tăng trưởng bình quân hằng năm đạt 18,4%": a bank's growth, not the economy's. */
const LOANS_GROW = /(?:dư nợ|nguồn vốn|tín dụng|huy động)(?:[^.;]|\.\d)*tăng trưởng[^.;\d]*$/u;
/** "giá trị sản xuất đạt 2.300 tỷ đồng, tăng 5%" */
const ECONOMY_CHANGE = atEnd(
  /(?:gdp|grdp|kim ngạch|giá trị sản xuất|sản lượng|năng suất|tổng đàn|doanh thu|tổng mức bán lẻ|vốn đầu tư toàn xã hội|thu nhập bình quân(?: đầu người)?|(?:thu|chi) (?:cân đối )?ngân sách)(?:[^.;,]|\d[.,]\d){0,80}[,(]\s*(?:tăng|giảm|bằng|đạt|(?:cao|thấp) hơn(?: mức)?|so với(?: mức)?)(?:\s+(?:gần|hơn|trên|khoảng))*\s*$/u,
);
/** "cơ cấu kinh tế: nông nghiệp 45%, công nghiệp 25%" */
const STRUCTURE_OF_ECONOMY = quick(
  /(?<!\p{L})cơ cấu (?:các )?(?:kinh tế|ngành|lao động theo ngành)(?!\p{L})(?:[^.]|\.\d)*$/u,
);
/** "Nông lâm thủy sản tăng 3,4%; công nghiệp - xây dựng tăng 13,7%" */
const SECTOR = atEnd(
  /(?<!\p{L})(?:nông(?:,| -| và)? lâm(?: nghiệp)?(?:,| -|,? và)? ?(?:thủy sản|ngư nghiệp)?|công nghiệp\s*(?:[-–,]|và)?\s*(?:tiểu thủ công nghiệp|xây dựng)|(?:thương mại|du lịch)?\s*[-–,]?\s*dịch vụ|tiểu thủ công nghiệp)\s*(?:tăng|giảm|chiếm|đạt|:)*(?:\s+(?:trên|hơn|gần|khoảng|t[ỷỉ] (?:trọng|lệ)))*\s*$/u,
);
const OF_WORKERS = quick(/(?<!\p{L})(?:lao động|việc làm|đào tạo|dạy nghề|hộ|người|hài lòng)(?!\p{L})/u);
/** "chỉ bằng 1/3 số người …": how much one thing is of another, not of itself. */
const AS_MUCH_AS = atEnd(/(?<!\p{L})(?:chỉ bằng|bằng khoảng|chưa bằng|không bằng)\s*$/u);
const FRACTION = /^\d\s*\/\s*\d{1,2}(?![\d.,]\d)/;
/** "Với chi phí 100-200 triệu đồng, có 35 người bệnh": the bounds of a class, of whom so many are. */
const CLASS_OF = atEnd(
  /(?<!\p{L})(?:với|có|nhóm)?\s*(?:chi phí|mức (?:chi|hưởng|đóng|vay|lương|nợ|thu nhập))(?:\s+(?:từ|trên|dưới|đến|trở lên))*\s*(?:[\d.,]+\s*(?:[-–]|đến)\s*)?$/u,
);
const HAS_SO_MANY = /^(?:\s*(?:[-–]|đến)\s*[\d.,]+\s*(?:triệu|tỷ)?(?:\s+đồng)?)?\s*,?\s+có\s+[\d.]+\s+\p{L}/u;
/** "mức lương cơ sở/tháng/30 học sinh" */
const PER_SO_MANY = atEnd(/\/\s*(?:tháng|năm|ngày|quý|kỳ|năm học)\s*\/\s*$/u);
/** "(07 chỉ tiêu)" behind a heading. */
const COUNTS_ITEMS = /^\s*(?:nhóm )?(?:chỉ tiêu|nhiệm vụ|nội dung|mục tiêu|giải pháp|chương|điều)\s*\)/u;
/** "2018-12", "2018-12-05" */
const MONTH_AFTER = /^-(?:0[1-9]|1[0-2])(?!\d)/;
const YEAR_BEFORE = quick(/(?<!\d)(?:19|20)\d\d-(?:(?:0[1-9]|1[0-2])-)?$/);
/** "núi đá chiếm 2/3 diện tích tự nhiên" */
const ECONOMY_AFTER = /^\s*(?:tổng\s+)?diện tích (?:tự nhiên|đất|rừng|toàn)/u;
const PENALTY =
  /(?<!\p{L})(?:phạt|mức án|(?<!(?:dự|đề|phương|tòa|đáp|đồ|giáo|bệnh)\s)án)\s(?:[^.;,]{0,24}\s)?$|(?:gram|gam|heroin|cần sa)[^.;]{0,12}$/u;
/** What employers are fined for the insurance they owe is told of the fund's work. */
const INSURANCE = quick(/(?<!\p{L})(?:bhxh|bhyt|bhtn|bảo hiểm)(?!\p{L})/u);
/** One private person's debts, purchases and earnings (spec/figures.md, "Off the subject"). */
const PRIVATE = quick(
  /(?<!\p{L})(?:vay lãi|vay nóng|vay mượn|tiền lãi|món nợ|trả nợ|trả lãi|khoản nợ|nợ ngân hàng|bán được|thu về|xuất bán|cơ ngơi|chi phí (?:mổ|phẫu thuật|điều trị|chữa)[^.;,\d]{0,16}(?:hết|lên (?:đến|tới))|(?:tôi|mình|vợ chồng|con trai|con gái|(?:ông|bà|anh|chị) ấy)\s[^.;]{0,40})[^.;,]{0,24}$/u,
);
/** "đã có 7 hộ trả nợ gốc với tổng số tiền 325 triệu đồng": what several did is told of the fund. */
const OF_MANY = /\d\s+(?:lượt\s+)?(?:hộ|người|đơn vị|doanh nghiệp|khách hàng)(?!\p{L})[^.;\d]{0,60}$/u;
/** "chị Thủy mua 200 cây na", "gia đình anh có hơn 40 con bò": what a named person owns, grows and earns. */
const OWNS = atEnd(
  /(?<!\p{L})(?:gia đình|vợ chồng|nhà|hộ|đến nay,?|hiện(?: nay)?,?|ngoài ra)?\s*(?<!\p{L}|đông\s|tiếng\s|nước\s|chúng\s)(?:anh chị|chị(?! em)|anh(?! (?:hùng|em))|ông|bà(?! (?:con|mẹ)(?!\p{L}))|tôi|mình)(?!\p{L})(?:(?!cho (?:biết|hay)|chủ tịch|giám đốc|bí thư|trưởng|chia sẻ|toàn (?:tỉnh|huyện|xã)|hỗ trợ|(?<!\p{L})(?:vay|cấp|tặng|trao|nhận|trợ cấp|giúp)(?!\p{L}))[^.;:"“”]){0,90}(?<!\p{L})(?:nuôi|trồng|cấy|mua|bán|lãi|thu|đầu tư|bỏ ra|gom góp|dành dụm|vay mượn|thu nhập|thu được|lương|kiếm|tích lũy|có|mất|thiệt hại|tăng đàn|xuất chuồng|xuất bán|sở hữu|nâng mức thu nhập|sinh)(?:(?!hỗ trợ|(?<!\p{L})(?:vay|cấp|tặng|trao|nhận|trợ cấp|giúp)(?!\p{L}))[^.;:"“”]){0,48}$/u,
);
/** Earnings of a herd or field: "mỗi con lãi 3-5 triệu đồng". */
const EARNS = atEnd(
  /(?<!\p{L}|(?:lấy|tính|không)\s)(?:lãi|lời|thu nhập của (?:gia đình )?(?:chị|anh|ông|bà|tôi))(?:\s+(?:được|ròng|khoảng|trên|hơn|gần|từ|lên đến))*\s*(?:[\d.,]+\s*[-–]\s*)?$/u,
);
const OWNED: ReadonlySet<string> = new Set(['animal', 'item', 'ha', 'm2', 'm3', 'kg', 'tonne', 'model']);
/** Children told by what follows: "3 con đang tuổi ăn học". */
const CHILDREN = /^\s*(?:người\s+)?con\s+(?:đang|còn|nhỏ|đều|đi học|ăn học|thơ|dại|trai|gái|út)(?!\p{L})/u;
/** The young of a herd are told in the words of a family's: "03 con đang có chửa". */
const HERD = quick(/(?<!\p{L})(?:bò|trâu|dê|lợn|heo|bê|nghé|gà|vịt|gia súc|gia cầm|con giống|vật nuôi|đàn)(?!\p{L})/u);
/** What the police did: neither the crime nor its sentence is welfare work (spec/figures.md, "Off the subject"). */
const CRIME =
  /(?<!\p{L})(?:bắt giữ|bắt quả tang|lừa(?: đảo| gạt)?|chiếm đoạt|trộm(?: cắp)?|khởi tố|thu giữ|triệt phá|truy tố|tạm giữ|tạm giam|xét xử|bồi thường|công an[^.;]{0,24} bắt|đấu tranh)(?!\p{L})[^.;]{0,60}$|vụ(?:\s[^.;,\d]{0,48})?,[^.;\d]{0,12}bắt(?: giữ| được)?\s*$/u;
const CRIME_AFTER =
  /^(?:\s*\p{L}+)?\s*(?:heroin|cần sa|ma túy tổng hợp|thuốc lắc|thuốc phiện)|^\s*vụ(?:\s[^.;,\d]{0,48})?,[^.;\d]{0,12}bắt(?!\p{L})|^\s*vụ\s+(?:mua bán|tàng trữ|vận chuyển) (?:trái phép )?(?:chất )?ma túy/u;
/** Rates of lending are figures; what usurers take is not. */
const USURY = quick(/(?<!\p{L})(?:tín dụng đen|vay nóng|nặng lãi|vay lãi)(?!\p{L})[^.;]{0,60}$/u);
/** "thu nhập bình quân từ 5 triệu đồng năm 2006 tăng lên 13 triệu đồng" */
const INCOME_ROSE = quick(
  /(?<!\p{L})thu nhập bình quân(?!\p{L})(?:(?!vay|hỗ trợ|trợ cấp|kinh phí|giá trị|ngân sách)[^;.]|[.]\d){0,120}(?:lên|xuống|đạt|còn)(?:\s+(?:hơn|trên|gần|khoảng))*\s*$/u,
);
const PRIVATE_AFTER = /^[^.;,\d]{0,16}(?:vay lãi|tiền lãi|tiền công|lãi suất)/u;

/** "ĐVT: 1.000 đồng" says in what the numbers below are written. */
const TABLE_UNIT = atEnd(/(?<!\p{L})(?:đvt|đơn vị(?: tính)?)\s*:?\s*$/u);
/** "- 100% A+ A-": the letter size of a web page. */
const ZOOM = /^\s*[|/]?\s*a\s?[+-]/u;
/** "thương binh 2/4" */
const GRADED = atEnd(/(?<!\p{L})(?:thương binh|bệnh binh|thương tật|mất sức)(?:\s+(?:hạng|loại))?\s*$/u);
/** "các cụ tuổi 90, 95 và 100" */
const AGED = quick(/(?<!\p{L})(?:cụ|người|thọ|tròn)\s+(?:\p{L}+\s+)?tuổi\s+(?:\d+(?:\s*,|\s+và)\s*)*$/u);
/** A named person's own loan; what a bank or fund lent is told with its lender or with "được". */
const NAMED_PERSON = quick(
  /(?<!\p{Lu}\p{Ll}*\s)(?:(?:[Gg]ia đình|[Hh]ộ|[Vv]ợ chồng|[Nn]hà)\s+)?(?<!\p{L})(?:[Cc]hị|[Aa]nh|[Ôô]ng|[Bb]à|[Bb]ác|[Cc]ô|[Cc]hú|[Cc]ụ)(?:\s+\p{Lu}\p{L}*){1,4}/gu,
);
const OFFICER = /^[\s,(–-]*(?:(?:phó|quyền|nguyên)\s+)?(?:chủ tịch|giám đốc|bí thư|trưởng|phó|hiệu trưởng|cán bộ)/u;
const LENT = quick(
  /(?<!\p{L})(?:được|ngân hàng|nhcsxh|csxh|quỹ|hội|ưu đãi|tín dụng|chính sách|hỗ trợ|cấp|tặng|trao)(?!\p{L})/u,
);

/** "căn nhà rộng 60 m²" */
const HOUSE_MEASURED =
  /(?<!\p{L})(?:căn (?:nhà|hộ|phòng)|ngôi nhà|nhà|phòng|căn)(?!\p{L})[^.;,\d]{0,32}(?:rộng|diện tích|chưa đầy|chưa đến|chừng|khoảng|hơn|gần)\s*$|diện tích (?:mỗi|một) (?:căn|phòng)(?:[^.;,\d]|\d[\d.,]*\s?m2?){0,24}$/u;
/** "đã vươn lên 2 bậc xếp hạng" */
const STEPS = /^\s*bậc(?!\p{L})/u;
const RISES = atEnd(/(?<!\p{L})(?:lên|tăng|giảm|tụt|xuống|hạng)(?:\s+(?:thêm|được))?\s+$/u);
const EXAMPLE = quick(new RegExp(`(?<!\\p{L})(?:ví dụ|chẳng hạn|giả sử)(?!\\p{L})${ON}*$`, 'u'));
/** "đạt 27,5 điểm" is a mark; "12 điểm giao dịch" are places. */
const SCORED = atEnd(/(?<!\p{L})(?:đạt|được|với|chỉ số|tổng|cộng|tăng|giảm)(?:\s+\p{L}+){0,3}\s+$/u);
const POINT_OF =
  /^\s*(?:điểm)\s+(?:giao dịch|trường|cấp|bán|thu|tư vấn|chi trả|truy cập|cầu|dân cư|sáng|nóng|trông|giữ|tiếp|đến|du lịch|phát|hiến|khám|tập)(?!\p{L})/u;
/** "nếu vay trên 50 triệu đồng phải có bảo đảm": the threshold of a rule. */
const IN_A_RULE = atEnd(
  /(?<!\p{L})(?:trường hợp|nếu)\s(?:[^.;,]|,\d){0,40}(?<!\p{L})(?:trên|dưới|từ|quá|không quá)\s*$/u,
);
const THEN = /^[^.;]{0,48}(?:,|(?<!\p{L}))\s*(?:thì|phải)(?!\p{L})/u;
/** "đứng thứ 5/63 tỉnh, thành" */
const RANKED_AMONG = atEnd(/(?<!\p{L})(?:thứ|hạng)\s+\d+\s*\/\s*$|(?<!\p{L})top\s+$/u);
/** "Trang 2/5" */
const PAGE = atEnd(/(?<!\p{L})(?:trang|ảnh|hình)\s*$/u);
/** "bò giống có trọng lượng 120 kg" tells what kind of animal is given, not how much. */
const SPECIFIES = atEnd(
  /(?<!\p{L}|tổng )(?:trọng lượng|cân nặng|nặng|dung tích|thể tích|công suất)(?:\s+(?:từ|khoảng|trên|hơn|tối thiểu|bình quân|trung bình|là|mỗi con))*\s*(?:[\d.,]+\s*(?:[-–]|đến)\s*)?$/u,
);
const OF_TIME = /^\s*(?:thời hạn|thời gian|chặng đường|nhiệm kỳ|quãng đường|giai đoạn)(?!\p{L})/u;
/** "bình quân đất cho 01 lao động" */
const AVERAGED = quick(/(?<!\p{L})(?:bình quân|trung bình)(?!\p{L})[^.;\d]{0,60}(?:cho|trên|của|mỗi|cứ|\/)\s*$/u);
/** "3 chương trình: hỗ trợ nhà ở cho …", "8 chỉ tiêu lớn, như: …" announce what is listed. */
const OPENS_LIST =
  /^\s*(?:chương trình|chỉ tiêu|mục tiêu|nhiệm vụ|nội dung|giải pháp|giai đoạn|bước|chính sách|nguyên tắc|nhóm (?:giải pháp|nhiệm vụ|chính sách|đối tượng))(?:\s+\p{L}+){0,4}\s*(?:,?\s*(?:như|gồm|bao gồm|là|sau|sau đây|cụ thể|đó là))?\s*:/u;
/** "chương trình này bao gồm 3 dự án, trong đó …" */
const COMPRISES = atEnd(
  /(?<!\p{L})(?:bao )?gồm(?: có)?(?:\s+\d+\s+(?:dự án|hợp phần|nội dung)\s*(?:,|và|với|,\s*với))?\s*$/u,
);
const PARTS_OF_PLAN = /^\s*(?:(?:tiểu )?dự án|hợp phần|nội dung|nhóm|chương|phần)(?: \p{L}+){0,3}\s*[,.:;(]/u;
/** "huyện đề ra 13 chỉ tiêu cơ bản", "tập trung thực hiện 8 nhóm giải pháp" */
const SETS = atEnd(
  /(?<!\p{L})(?:đề ra|đặt ra|xác định|đưa ra|tập trung(?: thực hiện| vào)?|nêu(?: ra)?|triển khai|thực hiện)\s*$/u,
);
const TASKS =
  /^\s*(?:nhóm )?(?:chỉ tiêu|nhiệm vụ|mục tiêu|giải pháp|nội dung)(?: (?:chủ yếu|cơ bản|trọng tâm|chính|cụ thể|lớn|đột phá))/u;
/** "Chương trình với 4 mục tiêu, bao gồm 24 chỉ tiêu cụ thể" */
const HAS_TASKS = atEnd(/(?<!\p{L})(?:với|gồm|có|và)\s*$/u);
const TASKS_OF_PLAN =
  /^\s*(?:nhóm )?(?:chỉ tiêu|nhiệm vụ|mục tiêu|giải pháp)(?: (?:cụ thể|chung))?(?=\s*(?:[,.;:)“”"(]|$)|\s+(?:và|bao gồm|gồm|với)\s)/u;
const MOST_LISTED = 20;

/** The folded words between the last private person named in the sentence and the number, or null. */
const sinceNamed = ({ layout, folded }: Scene, { sentence, token }: Candidate): string | null => {
  const start = Math.max(sentence.start, token.span.start - 240);
  const named = matches(NAMED_PERSON, layout.text.slice(start, token.span.start)).at(-1);
  if (!named) return null;
  const words = folded.slice(start + named.index + named[0].length, token.span.start);
  return OFFICER.test(words) ? null : words;
};
const borrowsPrivately = (scene: Scene, candidate: Candidate): boolean => {
  const words = sinceNamed(scene, candidate);
  return words !== null && /(?<!\p{L})(?:vay|thu nhập|lương)(?!\p{L})[^.;]{0,32}$/u.test(words) && !LENT.test(words);
};
const ofPrivateHerd = (scene: Scene, candidate: Candidate): boolean => {
  if (candidate.token.noun?.unit !== 'animal') return false;
  const words = sinceNamed(scene, candidate);
  return words !== null && /(?<!\p{L})(?:có|đàn|nuôi|mua)(?!\p{L})[^.;,]{0,24}$/u.test(words) && !LENT.test(words);
};

/** The folded words of the sentence before a number, no more than 300 of its characters. */
const sentenceBefore = ({ folded }: Scene, { sentence, token }: Candidate): string =>
  folded.slice(Math.max(sentence.start, token.span.start - 300), token.span.start);

const isListMark = ({ before, after, bare, numeral, candidate, scene }: View): boolean => {
  const opens = scene.folded.slice(candidate.paragraph.start, candidate.token.span.start);
  if (opens.length > REACH || !/^[\s\-+•*(["“]*(?:\p{L}{1,4}\s*[.)]\s*)?$/u.test(opens))
    return bare && !/[.,]\d{3}/.test(numeral) && /\($/.test(before) && /^\s*\)/.test(after);
  return /^[.)/:\-–]\s/.test(after) || /^[.)]\p{L}/u.test(after) || (bare && /^\.?\s*$/.test(after));
};

/** In order; the first that speaks names the reason. */
export const REFUSALS: readonly Refusal[] = [
  { name: 'list_mark', because: 'it numbers an item or a heading', refuses: isListMark },
  {
    name: 'footnote_mark',
    because: 'it points to a footnote',
    refuses: ({ before, after }) => /\[$/.test(before) && /^\]/.test(after),
  },
  {
    name: 'code',
    because: 'it is part of a code or an address',
    refuses: ({ before, after, bare, candidate: { token } }) =>
      (bare && (CODE_AFTER.test(after) || CODE_SLASH.test(before))) ||
      (CODE_BEFORE.test(before) && (bare || !RUN_TOGETHER.test(before))) ||
      (!token.sign && !token.noun && token.exponent === 0 && /^\p{L}/u.test(after)) ||
      /^:\d/.test(after) ||
      /\d:$/.test(before),
  },
  {
    name: 'legal_reference',
    because: 'it names a document or a part of one',
    refuses: ({ before, bare, candidate: { token } }) =>
      ((bare && LEGAL.test(before)) || (token.noun?.unit === 'document' && ARTICLE_OF_LAW.test(before))) &&
      !OF_A_TOTAL.test(before),
  },
  {
    name: 'contact',
    because: 'it is a telephone, an account or a counter',
    refuses: ({ before, after, bare, numeral }) =>
      (bare && CONTACT.test(before)) || /^0\d{8,10}$/.test(numeral) || VISITORS.test(after),
  },
  {
    name: 'ordinal',
    because: 'it says which one, not how many',
    refuses: ({ before, after, bare, numeral }) =>
      (bare && POLICY_BY_NUMBER.test(numeral) && NAMED_BY_NUMBER.test(before)) ||
      (bare &&
        ORDINAL.test(before) &&
        !/[.,]\d{3}/.test(numeral) &&
        !(/mức\s+$/u.test(before) && (/,\d/.test(numeral) || RANGED.test(after)))),
  },
  {
    name: 'part_of_programme',
    because: 'it names a part of a programme',
    refuses: ({ before, candidate: { token } }) =>
      token.noun !== null && !token.sign && toNumber(token.value) < 20 && NUMBERED_PART.test(before),
  },
  {
    name: 'address',
    because: 'it names the place that it stands behind',
    refuses: ({ before, candidate: { token } }) =>
      PLACES.has(token.noun?.unit ?? '') && !token.sign && NUMBERED_PLACE.test(before),
  },
  {
    name: 'multiple',
    because: 'it says how many times as much',
    refuses: ({ before, after }) =>
      TIMES.test(after) || /gấp\s+(?:hơn\s+|gần\s+|khoảng\s+|trên\s+|tới\s+)?$/u.test(before),
  },
  {
    name: 'poverty_line',
    because: 'it is an income that draws a line',
    refuses: ({ before, after, candidate, candidate: { token }, scene }) =>
      (token.sign === 'VND' || token.exponent >= 6 || (!token.noun && !token.sign)) &&
      !/^\s*[-–]\s*[\d.,]+\s*%/.test(after) &&
      toNumber(token.value) <= INCOMES_END &&
      !PAID.test(before) &&
      (POVERTY_LINE.test(before) || DEFINED_BY_INCOME.test(sentenceBefore(scene, candidate))),
  },
  {
    name: 'condition',
    because: 'it is a condition of a rule',
    refuses: ({ before, after, candidate: { token }, scene }) =>
      CONDITION.test(before) ||
      (token.sign === 'percent' && PLACES_WITH_RATE.test(before)) ||
      (!token.sign &&
        PLACES_REACHING.test(before) &&
        CRITERIA.test(scene.folded.slice(token.numeral.end, token.numeral.end + 24) + after)),
  },
  {
    name: 'threshold',
    because: 'it is the least or most that a rule asks for',
    refuses: ({ before, after, candidate: { token } }) =>
      !token.sign &&
      toNumber(token.value) < 20 &&
      ((AT_LEAST.test(after) && /(?<!\p{L})(?:có|từ|đủ|sinh)\s+$/u.test(before)) ||
        (token.noun?.unit === 'item' && /(?<!\p{L})(?:xã|thôn|huyện|phường)(?: đạt)? dưới\s+$/u.test(before))),
  },
  {
    name: 'private',
    because: "it is one person's own money",
    refuses: ({ before, after, candidate, candidate: { token }, scene }) =>
      ((token.sign === 'VND' || token.exponent >= 6) &&
        ((PRIVATE.test(before) && !OF_MANY.test(before)) ||
          PRIVATE_AFTER.test(after) ||
          INCOME_ROSE.test(sentenceBefore(scene, candidate)))) ||
      (token.sign === 'percent' && USURY.test(before)),
  },
  {
    name: 'date',
    because: 'it is a day and a month',
    refuses: ({ before, after, bare, candidate: { token }, scene }) =>
      DATE_BEFORE.test(before) &&
      (/^\d{1,2}\/\d{1,2}$/.test(scene.folded.slice(token.span.start, token.span.end)) ||
        (bare && /^\/\d/.test(after))),
  },
  {
    name: 'iso_date',
    because: 'it is a year and a month',
    refuses: ({ before, after, numeral, bare }) =>
      (/^(?:19|20)\d\d$/.test(numeral) && bare && MONTH_AFTER.test(after)) ||
      (/^[0-3]\d$/.test(numeral) && YEAR_BEFORE.test(before)),
  },
  {
    name: 'per_so_many',
    because: 'it is the number that a rate is for',
    refuses: ({ before, candidate: { token } }) =>
      token.noun !== null && !token.sign && token.exponent === 0 && PER_SO_MANY.test(before),
  },
  {
    name: 'class_limit',
    because: 'it bounds a class of which so many are',
    refuses: ({ before, after, candidate: { token } }) =>
      (token.sign === 'VND' || token.exponent > 0 || token.sign === null) &&
      CLASS_OF.test(before) &&
      HAS_SO_MANY.test(after),
  },
  {
    name: 'comparison',
    because: 'it says how much one thing is of another',
    refuses: ({ before, candidate: { token }, scene }) =>
      AS_MUCH_AS.test(before) && FRACTION.test(scene.folded.slice(token.numeral.start, token.numeral.start + 12)),
  },
  {
    name: 'gift_content',
    because: 'it is what a single gift holds',
    refuses: ({ before, bare, candidate: { token } }) =>
      !bare &&
      ((GIFT_CONTENT.test(before) && (!WORTH.test(before) || PAID_IN.test(before))) ||
        (token.sign === null && token.exponent === 0 && GIFT_THINGS.test(before)) ||
        (token.sign === 'VND' &&
          toNumber(token.value) <= DEAREST_GIFT &&
          (PARTS_OF_PRICE.test(before) || PARTS_IN_BRACKET.test(before)))),
  },
  {
    name: 'family_size',
    because: 'it is the size of one family',
    refuses: ({ before, candidate: { token }, scene }) =>
      token.noun?.unit === 'person' &&
      token.value.units < 20n &&
      !/viên$/.test(nounOf(scene.folded, token)) &&
      /(?<!\p{L}|tổng số |số )(?:gia đình(?: (?:chị|anh|ông|bà|tôi|em))?|mỗi hộ|nhà|hộ)\s+(?:có\s+|gồm\s+|chỉ có\s+)?$/u.test(
        before,
      ),
  },
  {
    name: 'own_children',
    because: "it counts one family's children",
    refuses: ({ before, after, scene, candidate, candidate: { token } }) =>
      (CHILDREN.test(after) && !HERD.test(sentenceBefore(scene, candidate))) ||
      (token.noun !== null && scene.folded.slice(token.noun.start, token.noun.end) === 'con' && PARENTS.test(before)),
  },
  {
    name: 'private_life',
    because: 'it is what one person owns or earns',
    refuses: ({ before, candidate: { token } }) =>
      ((token.sign === 'VND' || token.exponent >= 6) && EARNS.test(before)) ||
      ((token.sign === 'VND' ||
        token.exponent >= 6 ||
        OWNED.has(token.noun?.unit ?? '') ||
        !(token.noun || token.sign)) &&
        OWNS.test(before)),
  },
  {
    name: 'crime',
    because: 'it is of a crime',
    refuses: ({ before, after }) => CRIME.test(before) || CRIME_AFTER.test(after),
  },
  {
    name: 'distance',
    because: 'it is how far away a place is',
    refuses: ({ before, after, candidate: { token } }) =>
      (/^k?m$/.test(token.noun?.unit ?? '') || /^\s?[-–]\s?\d[\d,]*\s?k?m(?!\p{L}|\d)/u.test(after)) &&
      /(?<!\p{L})(?:cách|ngập|dâng|độ cao|bán kính)\s[^.;,\d]{0,40}(?:\d[\d,]*\s?[-–]\s?)?$/u.test(before),
  },
  {
    name: 'example',
    because: 'it is an example',
    refuses: ({ candidate, scene }) => EXAMPLE.test(sentenceBefore(scene, candidate)),
  },
  {
    name: 'economy',
    because: 'it is of the economy, of land or of nature',
    refuses: ({ before, after, candidate, candidate: { token }, scene }) =>
      (ECONOMY.test(before) && token.noun?.unit !== 'person' && !LOANS_GROW.test(sentenceBefore(scene, candidate))) ||
      ECONOMY_AFTER.test(after) ||
      ECONOMY_CHANGE.test(before) ||
      (token.sign === 'percent' &&
        (STRUCTURE_OF_ECONOMY.test(before) ||
          (SECTOR.test(before) && !OF_WORKERS.test(before) && !/^\s*(?:tổng )?(?:số )?lao động/u.test(after)))),
  },
  {
    name: 'penalty',
    because: 'it is a penalty',
    refuses: ({ before, after, candidate, scene }) =>
      PENALTY.test(before) && !INSURANCE.test(sentenceBefore(scene, candidate) + after),
  },
  {
    name: 'unit_of_table',
    because: 'it says in what the numbers below are written',
    refuses: ({ before, candidate: { token } }) => token.sign === 'VND' && TABLE_UNIT.test(before),
  },
  {
    name: 'page_zoom',
    because: "it is a web page's letter size",
    refuses: ({ before, candidate: { token }, scene }) =>
      token.sign === 'percent' &&
      (ZOOM.test(scene.folded.slice(token.span.end, token.span.end + 8)) || PAGE.test(before)),
  },
  {
    name: 'disability_grade',
    because: 'it is a grade of disability',
    refuses: ({ before, bare, numeral, candidate: { token }, scene }) =>
      GRADED.test(before) &&
      ((bare && /^[1-4]$/.test(numeral)) || /^[1-4]\/4$/.test(scene.folded.slice(token.span.start, token.span.end))),
  },
  { name: 'age', because: 'it is an age', refuses: ({ before, bare }) => bare && AGED.test(before) },
  {
    name: 'own_debt',
    because: "it is a named person's own loan",
    refuses: ({ candidate, scene }) =>
      (candidate.token.sign === 'VND' || candidate.token.exponent >= 6) && borrowsPrivately(scene, candidate),
  },
  {
    name: 'own_house',
    because: 'it measures one house',
    refuses: ({ before, candidate: { token } }) => /^m2?$/.test(token.noun?.unit ?? '') && HOUSE_MEASURED.test(before),
  },
  {
    name: 'rank',
    because: 'it is a rank',
    refuses: ({ before, after }) => (STEPS.test(after) && RISES.test(before)) || RANKED_AMONG.test(before),
  },
  {
    name: 'score',
    because: 'it is a mark or an index',
    refuses: ({ before, after, candidate: { token }, scene }) =>
      token.noun !== null &&
      scene.folded.slice(token.noun.start, token.noun.end) === 'điểm' &&
      !POINT_OF.test(after) &&
      (token.decimals > 0 || SCORED.test(before)),
  },
  {
    name: 'threshold_of_rule',
    because: 'it is the threshold of a rule',
    refuses: ({ before, after }) => IN_A_RULE.test(before) && THEN.test(after),
  },
  {
    name: 'specification',
    because: 'it tells what kind of thing is given',
    refuses: ({ before, candidate: { token } }) => token.noun?.kind === 'measure' && SPECIFIES.test(before),
  },
  {
    name: 'share_of_time',
    because: 'it is a share of time',
    refuses: ({ after, candidate: { token } }) => token.sign === 'percent' && OF_TIME.test(after),
  },
  {
    name: 'average_of_one',
    because: 'it is the one that an average is for',
    refuses: ({ before, candidate: { token } }) =>
      token.noun !== null && !token.sign && toNumber(token.value) === 1 && AVERAGED.test(before),
  },
  {
    name: 'opens_list',
    because: 'it announces what is listed behind it',
    refuses: ({ before, after, candidate: { token }, scene }) =>
      !token.sign &&
      ((HAS_TASKS.test(before) && TASKS_OF_PLAN.test(after)) ||
        (toNumber(token.value) < MOST_LISTED &&
          (OPENS_LIST.test(after) ||
            (COMPRISES.test(before) && PARTS_OF_PLAN.test(after)) ||
            (SETS.test(before) && TASKS.test(after)) ||
            (/\(\s*$/.test(before) && COUNTS_ITEMS.test(scene.folded.slice(token.span.end, token.span.end + 24)))))),
  },
  {
    name: 'off_subject',
    because: 'it is of a field that is no welfare work',
    refuses: ({ candidate, scene }) => offSubject(scene, candidate),
  },
  {
    name: 'damage',
    because: 'it is what a disaster destroyed',
    refuses: ({ before, after, candidate: { token } }) =>
      (DESTROYED.test(after) && !HELPED.test(before)) ||
      (LOSS.test(before) &&
        !(SUFFERED.test(before) && HELPED.test(before)) &&
        (token.sign === 'VND' || token.exponent >= 6)) ||
      (STRUCK.test(before) && !HELPED.test(before)),
  },
  {
    name: 'delegates',
    because: 'it counts those who met',
    refuses: ({ before, after, candidate: { token }, scene }) =>
      token.noun?.unit === 'person' &&
      (nounOf(scene.folded, token) === 'đại biểu' || (ELECTED.test(before) && MEMBERS.test(after)) || MET.test(before)),
  },
  {
    name: 'named_programmes',
    because: 'it counts programmes by name only',
    refuses: ({ before, after }) =>
      THE_PROGRAMMES.test(after) || (LOAN_PROGRAMMES.test(after) && !CARRIED_OUT.test(before)),
  },
  {
    name: 'war',
    because: 'it names wars',
    refuses: ({ after }) => /^\s*(?:cuộc\s+)?(?:kháng chiến|chiến tranh|cuộc chiến)(?!\p{L})/u.test(after),
  },
  {
    name: 'base_of_ratio',
    because: 'it is the hundred that a ratio is to',
    refuses: ({ before, after, numeral }) =>
      numeral === '100' && /trai\s*\/\s*$/u.test(before) && /^\s*(?:trẻ|bé|sơ sinh)[\p{L}\s]{0,12}gái/u.test(after),
  },
  {
    name: 'number_of_place',
    because: 'it ends the name of a village',
    refuses: ({ numeral, candidate: { token }, scene, after }) =>
      /^\d{1,2}$/.test(numeral) &&
      /^\s*[(),.;-]/.test(scene.folded.slice(token.span.end, token.span.end + 3)) &&
      !/^\s*-\s*\d/.test(after) &&
      NAMED_VILLAGE.test(scene.layout.text.slice(Math.max(0, token.span.start - 40), token.span.start)),
  },
  {
    name: 'name_of_place',
    because: 'it is part of the name of a place',
    refuses: ({ candidate, scene }) => isNameOfPlace(scene, candidate),
  },
  {
    name: 'own_herd',
    because: "it is a named person's own herd",
    refuses: ({ candidate, scene }) => ofPrivateHerd(scene, candidate),
  },
];

/** What flood and storm did, to nobody who is helped: "4,3 nghìn ha lúa bị hư hỏng", "117 căn nhà bị sập". */
const DESTROYED =
  /^\s*(?:\p{L}+[\s,]+){0,6}?(?:với [\d.]+ (?:nhân )?khẩu\s+)?(?:bị\s+(?:\p{L}+\s+){0,2}?(?:sập|đổ|tốc mái|ngập|hư hỏng|hư hại|cuốn|vùi lấp|sạt lở|thương|chết|mất tích|cô lập|xiêu vẹo|thiệt mạng|tử vong|gãy)|mất tích|thiệt mạng|tử vong|tốc mái)(?!\p{L})/u;
const HELPED = quick(
  /(?<!\p{L})(?:hỗ trợ|trợ cấp|trợ giúp|cứu trợ|giúp|cấp|tặng|trao|thăm|cho|xây|sửa|khám|vận động|quyên góp|tiếp nhận|phân bổ|bố trí|xuất|khoanh|giãn|gia hạn|lũy kế)(?!\p{L})[^.;]*$/u,
);
const LOSS = atEnd(
  /(?<!\p{L})(?:thiệt hại|tổn thất)(?:\s+(?:về|do|ban đầu|sơ bộ|tài sản|kinh tế|vật chất|thiên tai|bão|lũ|mưa|nông nghiệp|gây ra|ước|tính|khoảng|hơn|trên|gần|lên|đến|tới|là|trị giá|tổng cộng|giá trị|toàn tỉnh|toàn huyện))*\s*:?\s*$/u,
);
/** "hỗ trợ mỗi hộ dân bị thiệt hại do mưa lũ 2,5 triệu đồng" */
const SUFFERED = quick(/(?<!\p{L})(?:hộ|người|gia đình|hộ dân|người dân)\s+(?:bị|chịu)\s+thiệt hại[^.;,\d]*$/u);
/** "bão lũ đã làm 7 người …" */
const STRUCK = quick(
  /(?<!\p{L})(?:thiên tai|bão|lũ|lụt|mưa|hạn hán|sạt lở|lốc|dông|động đất|hỏa hoạn|cháy)(?!\p{L})[^.;]{0,80}(?<!\p{L})(?:làm|khiến)\s+$/u,
);
const ELECTED = atEnd(/(?<!\p{L})bầu(?:\s+(?:ra|bổ sung|được|cử))*\s*$/u);
const MEMBERS = /^\s*(?:đồng chí|đ\/c|[uủ][ỷy] viên|đại biểu|thành viên|người)(?!\p{L})/u;
/** "đại hội … diễn ra với sự tham gia của 186 hội viên" */
const MET = quick(
  /(?<!\p{L})(?:đại hội|hội nghị|hội thảo|tọa đàm|lễ (?:khai mạc|kỷ niệm|phát động|mít tinh))(?!\p{L})[^.;]{0,100}(?:sự tham gia của|tham dự có|dự có|sự tham dự của|sự có mặt của)(?:\s+(?:gần|hơn|trên|khoảng))*\s*$/u,
);
/** "3 chương trình mục tiêu quốc gia" are all there are, whoever carries them out. */
const THE_PROGRAMMES = /^\s*chương trình (?:mục tiêu quốc gia|mtqg)(?!\p{L})/u;
/** "17 chương trình tín dụng chính sách" names them all. */
const LOAN_PROGRAMMES = /^\s*chương trình (?:tín dụng|cho vay|mục tiêu quốc gia|mtqg|vay vốn|ưu đãi)(?!\p{L})/u;
/** "đang thực hiện 20 chương trình tín dụng" says how many it runs. */
const CARRIED_OUT = atEnd(
  /(?<!\p{L})(?:triển khai|thực hiện|quản lý|có)(?:\s+(?:thực hiện|được|hiệu quả|cho vay|trên|hơn|gần|tốt))*\s*$/u,
);
/** "làng Mô Pành 2 (xã A)" */
const NAMED_VILLAGE = quick(
  /(?<!\p{L})(?:[Tt]hôn|[Bb]ản|[Ấấ]p|[Ll]àng|[Bb]uôn|[Xx]óm|[Kk]hóm)(?:\s\p{Lu}\p{L}*){1,3}\s$/u,
);

const nounOf = (folded: string, { noun }: Candidate['token']): string =>
  noun ? folded.slice(noun.start, noun.end) : '';

const viewOf = (scene: Scene, candidate: Candidate): View => {
  const { token, paragraph } = candidate;
  return {
    scene,
    candidate,
    before: scene.folded.slice(Math.max(paragraph.start, token.span.start - REACH), token.span.start),
    after: scene.folded.slice(token.span.end, Math.min(paragraph.end, token.span.end + REACH)),
    numeral: scene.folded.slice(token.numeral.start, token.numeral.end),
    bare: !token.sign && !token.noun && token.exponent === 0,
  };
};

/** Why this number is no figure, or null. */
export const refusalOf = (scene: Scene, candidate: Candidate): Refusal | null => {
  const view = viewOf(scene, candidate);
  return REFUSALS.find((refusal) => refusal.refuses(view)) ?? null;
};
