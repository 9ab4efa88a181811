import type { Kind, Role, Span } from '../../model/index.ts';
import { atEnd } from '../text/at-end.ts';
import { matches, quick } from '../text/quick.ts';

export interface RoleOf {
  role: Role;
  /** -1 for a decrease. */
  sign: 1 | -1;
  /** The role comes from the sentence's or section's plan, not from words at the number. */
  implied: boolean;
  /** The words that state it; "" for what simply was. */
  words: string;
}

const BOUND = 'trên|hơn|gần|dưới|khoảng|ít nhất|tối thiểu|tối đa|không quá|xấp xỉ|ước';
/** "giảm 5,4%, tương ứng với gần 1.000 hộ": the change once more, as a number. */
const COUNT_OF_CHANGE = quick(
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.,]+\s*%(?:\s+(?:số|tổng số|t[ỷỉ] lệ)?\s*hộ(?:\s+(?:cận\s+)?nghèo)?)?\s*(?:[,(]?\s*(?:tương (?:đương|ứng)|hay|bằng)(?: với)?|\()(?:\s*(?:giảm|tăng|thêm|gần|hơn|trên|khoảng))*\s*$/u,
);

/** Words that may stand between "tăng", "giảm" and the amount of the change; "còn", "xuống" and "lên" name the new level instead. */
const CHANGE_LINK = `(?:thêm|không (?:nhiều|đáng kể)|đáng kể|nhẹ|mạnh|nhanh|sâu|khá|chỉ|từ từ|được|tới|(?:bình quân|trung bình|mỗi năm|hàng năm|hằng năm)(?:\\s?/\\s?năm)?:?|${BOUND}|từ|là|tương ứng|tương đương|thực tế|nghèo|hộ nghèo|hộ cận nghèo|số hộ nghèo|t[ỷỉ] lệ(?: hộ)?(?: cận)?(?: nghèo)?|đạt|trong năm|đến|(?:so với )?(?:kế hoạch |chỉ tiêu )?năm \\d{4}|so với (?:kế hoạch|chỉ tiêu)(?: năm \\d{4})?|toàn (?:tỉnh|huyện|xã)|từ)`;
const CHANGE = quick(
  new RegExp(
    `(?<!\\p{L}|không )(tăng|giảm|vượt(?: (?:kế hoạch|chỉ tiêu|kh|dự toán)(?:(?: \\p{L}+){0,4} (?:giao|đề ra))?)?|hạ|(?:mở rộng|bổ sung|phát triển|kết nạp) thêm|(?:cao|nhiều|lớn|thấp|ít) hơn(?: (?:so với )?(?:kế hoạch|chỉ tiêu|mục tiêu)(?:(?: \\p{L}+){0,4} (?:giao|đề ra))?)?)(?!\\p{L}|\\s+(?:xuống|còn|lên))(?:\\s+${CHANGE_LINK})*\\s*$`,
    'u',
  ),
);
/** "giảm từ 8,01% … xuống", "tăng từ 120 lên 150" gives two levels, not a change. */
const FROM = atEnd(/(?<!\p{L})từ(?:\s+(?:hơn|trên|gần|khoảng|mức))*\s*$/u);
/** "giảm từ 5% trở lên" is a change of at least so much. */
const OR_MORE = /^[^.;,\d]{0,24}(?<!\p{L})trở lên(?!\p{L})/u;
const THRESHOLD = atEnd(/(?<!\p{L})vượt\s+(?:ngưỡng|mức|mốc|con số)\s*$/u);

/** "giảm tỷ lệ hộ nghèo vùng dân tộc thiểu số trên 3%": the rate's own words stand between the verb and the amount. */
const CHANGE_OF_RATE = quick(
  /(?<!\p{L})(tăng|giảm|hạ)\s+t[ỷỉ] lệ\s(?:năm \d{4}|giai đoạn \d{4}\s?[-–]\s?\d{4}|(?!(?:xuống|còn|lên|đạt|là|mức|tăng|giảm)(?!\p{L}))[^\d,;.:()])*$/u,
);

/** "(+5,04%)", "tăng 102,3 tỷ đồng (8,9%)", "giảm 29 vụ, tương ứng với 3,87%": the change once more, as a share. */
const SIGNED = atEnd(/\(\s*([+\-–])\s*$/u);
const RATE_OF_CHANGE = atEnd(
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.,]+(?:(?:\s+\p{L}+){0,3}\s*\(\s*(?:(?:tương (?:đương|ứng)(?: với)?|bằng|hay)\s+)?|(?:\s+\p{L}+){0,9}\s*,?\s+(?:tương (?:đương|ứng)(?: với)?|hay)\s+)$/u,
);

/** "giảm 64 hộ, chiếm tỷ lệ 7,3%": whose share fell, where nothing else is counted between. */
const SHARE_THAT_FELL = atEnd(
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.]+\s+hộ(?: (?:cận )?nghèo)?,\s*chiếm t[ỷỉ] lệ\s*$/u,
);
/** "(tăng 137 hộ so với đầu năm, chiếm tỷ lệ 0,04%)": the change once more, as a share, in its own bracket. */
const SHARE_OF_CHANGE =
  /\(\s*(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng))*\s+[\d.,]+\s+\p{L}[^().;\d]{0,48}\d{0,4}[^().;\d]{0,8},\s*(?:chiếm|tương ứng|tương đương|bằng|đạt)(?: với)?(?: t[ỷỉ] lệ)?\s*$/u;
/** "tỷ lệ giảm nghèo bình quân của tỉnh đạt 5,02%", "mức giảm hộ nghèo hằng năm là 1,2%" */
const RATE_OF_FALL = atEnd(
  /(?<!\p{L})(?:t[ỷỉ] lệ|mức|tốc độ|kết quả|chỉ tiêu)\s+(giảm)(?: t[ỷỉ] lệ)?(?: số)?(?: hộ)?(?: cận)? nghèo(?:(?!còn|xuống|xếp)[^.;:,()\d]|năm \d{4}|giai đoạn \d{4}\s?-\s?\d{4}){0,72}(?<!\p{L})(?:(?:là|đạt|khoảng|trên|hơn|gần|chỉ)|(?:khá |rất |còn )?(?:cao|thấp)(?: nhất)?\s*\()\s*$/u,
);
/** "tốc độ tăng trưởng dư nợ bình quân hằng năm đạt 18,4%" */
const RATE_OF_GROWTH = atEnd(
  /(?<!\p{L})(?:t[ỷỉ] lệ|mức|tốc độ)\s+(tăng) trưởng(?: (?:tín dụng|dư nợ|nguồn vốn|bình quân|trung bình|hằng năm|hàng năm|mỗi năm))*(?:\s+(?:là|đạt|khoảng|trên|hơn|gần|chỉ))*\s*$/u,
);
/** "với mức tăng: 15,2% (năm 2014); 14,2% (năm 2015)", "một số xã tăng cao như: Tân Lập 23%, Tân Hà 18%" */
const LIST_OF_CHANGES = quick(
  /(?<!\p{L})(?:(?:mức|tốc độ)\s+(?:điều chỉnh\s+)?(tăng|giảm|điều chỉnh)(?: tăng)?\s*:|(tăng|giảm)(?: (?:cao|mạnh|nhanh|nhiều|sâu))?,? (?:như|gồm|cụ thể)\s*:?)(?:(?:\s|[,;()%.\d/–-]|năm|tháng|từ|vào|đến|nay|và)*|(?:\s*(?:\p{L}+\s+){1,5}[\d.,]+\s*%,)*\s*(?:\p{L}+\s+){1,5})$/u,
);

/** "giảm 4,2%, còn ở khu vực thành thị là 1,1%": the change of the other half, whose verb was said once. */
const CHANGE_OF_OTHER = quick(
  /(?<!\p{L})(tăng|giảm)(?:\s+(?:thêm|được|hơn|trên|gần|khoảng|mạnh|nhanh))*\s+[\d.,]+\s*%[^.;:%]{0,24}(?:,\s*còn|,?\s*trong khi(?: đó)?,?)\s+(?:ở|tại|với|đối với|khu vực|vùng|nhóm)\s[^.;:%\d]{0,60}(?<!\p{L})(?:là|chỉ)(?:\s+(?:là|hơn|trên|gần|khoảng))*\s*$/u,
);

const PLAN_AFTER =
  /^\s*(?:so với\s+|của\s+|so\s+)?(?:(?:chỉ tiêu\s+)?kế hoạch|kh(?!\p{L})|chỉ tiêu|mục tiêu|dự toán|nghị quyết|nq(?!\p{L}))/u;
const REACHED = atEnd(
  /(?<!\p{L})(?:đạt|bằng|hoàn thành|được|thực hiện)(?:\s+(?:t[ỷỉ] lệ|trên|hơn|gần|khoảng|tới))*\s*$/u,
);
/** "đạt 23,4% (vượt chỉ tiêu giao 2,9%)" */
const PASSED_BY = /^\s*\(\s*(?:vượt|thấp hơn|cao hơn|chưa đạt)\s+(?:so với\s+)?(?:chỉ tiêu|kế hoạch|dự toán)/u;
const ANY_UP_TO_NUMBER =
  '(?:(?:\\s+\\p{L}+){0,4}\\s+giao)?(?:\\s+(?:là|từ|giao|đề ra|đặt ra|được giao|năm \\d{4}|năm|cả năm|tỉnh giao|huyện giao|đến năm \\d{4}|trung ương giao|đạt|khoảng|trên|phải))*';
const PLANNED_HERE = quick(
  new RegExp(
    `(?<!\\p{L}|có (?=mục tiêu))(?:kế hoạch|kh|chỉ tiêu|mục tiêu|phấn đấu|dự kiến|nghị quyết)${ANY_UP_TO_NUMBER}\\s*:?\\s*$`,
    'u',
  ),
);
/** "mục tiêu đưa lao động đi làm việc ở nước ngoài theo hợp đồng là 120.000 lao động" */
const TARGET_IS = atEnd(
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu)(?! quốc gia)(?:(?!đạt|vượt|thực hiện)[^.;,()\d]){0,80}\slà(?:\s+(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu))*\s*$/u,
);
/** "chưa đạt so với mục tiêu của Nghị quyết … đề ra là giảm 2,5%/năm" */
const SET_AS = atEnd(
  /(?<!\p{L})(?:mục tiêu|chỉ tiêu|kế hoạch)(?! quốc gia)(?:[^.;()%]|\.\d){0,110}(?:đề ra|đặt ra|giao)\s+là(?:\s+(giảm|tăng))?(?:\s+(?:trên|hơn|gần|khoảng|ít nhất|tối thiểu|từ|bình quân))*\s*$/u,
);
const SO_FAR = quick(
  /(?<!(?:phấn đấu|nhằm|để|đặt|quyết tâm)(?: \p{L}+)? )(?:so với|theo(?! đó)|vượt|chưa|đạt|hoàn thành|thực hiện)\s+(?:\p{L}+\s+){0,2}(?:kế hoạch|chỉ tiêu|mục tiêu)[^,;]*$/u,
);

/** "thấp hơn 0,4% so với chỉ tiêu UBND tỉnh giao (35,5%)", "đạt mục tiêu đề ra (giảm hơn 3%/năm)": the plan itself. */
const PLAN_IN_BRACKETS = new RegExp(
  `(?:so với|đạt|vượt|hoàn thành|theo|%(?: của)?) (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)(?:[^;()\\d]|(?<=năm |số |khóa )\\d[\\d/.-]*)*\\(\\s*(?:(?:theo )?(?:kế hoạch|mục tiêu|chỉ tiêu)\\s+)?(?:(giảm|tăng)\\s+)?(?:(?:từ|là|${BOUND}|bình quân|mỗi năm)\\s+)*$`,
  'u',
);
/** "vượt kế hoạch 1,5%-2% đề ra": the plan, not by how much it was passed. */
const PLAN_SET =
  /^\s*(?:[-–]\s*[\d.,]+\s*%)?\s*(?:mà\s+)?(?:(?:\p{L}+\s+){0,4}(?:đề ra|đặt ra)|(?:được\s+)?(?:\p{L}+\s+){0,3}giao)(?!\p{L})/u;
const PLAN_PASSED = atEnd(
  /(?<!\p{L})(?:vượt|đạt|so với|theo|bằng)\s+(?:kế hoạch|chỉ tiêu|mục tiêu)(?:\s+(?:từ|là))*\s*$/u,
);
/** "(vượt chỉ tiêu giao 2,9%)": by how much, not the plan. */
const PASSES = quick(/(?<!\p{L})(?:vượt|(?:cao|thấp|nhiều|ít) hơn)[^().;\d]*$/u);
/** Nothing but the number stands in the brackets. */
const ALONE = /^(?:\s*[-–]\s*[\d.,]+\s*%)?(?:\s*\/\s*\p{L}+)?(?:\s*\p{L}+){0,3}\s*\)/u;
/** "giảm hộ nghèo hằng năm là 1,23% (theo kế hoạch 1,2%)" tells what was reached. */
const AGAINST_PLAN =
  /^(?:\s*\/\s*\p{L}+)?\s*(?:[(,]\s*(?:theo |so với |đạt |vượt )*(?:kế hoạch|kh(?!\p{L})|chỉ tiêu)|,?\s*bằng [\d.,]+\s*% kế hoạch)/u;
/** What the sentence says fell before its plan in brackets is told: "giảm 1,17%, đạt chỉ tiêu giao (từ 1-1,5%)". */
const FELL_BY = quick(/(?<!\p{L})giảm(?:(?!còn|xuống)[^.;\d])*?\s[\d.,]+\s*%/u);
/** "sẽ thu đạt 80% kế hoạch năm": a share yet to be reached. */
const TO_COME = /^(?:sẽ|ph[ấầ]n đ[ấầ]u|dự kiến)$/u;
/** "phân bổ kế hoạch vốn năm 2024 với tổng kinh phí 41 tỷ đồng" */
const ALLOTTED = quick(
  /(?<!\p{L})(?:phân bổ|phân khai|phân giao|giao|thông báo|bố trí)\s+(?:chi tiết\s+)?kế hoạch (?:vốn|kinh phí|ngân sách)(?!\p{L})(?:(?!đã|giải ngân)[^.;,]){0,80}$/u,
);
/** "12 hộ gia đình ở xã Tân Lập sẽ được hỗ trợ": whom something is yet to reach. */
const WILL_GET = /^[^.;,:]{0,110}(?<!\p{L})sẽ\s+(?:được|nhận)(?!\p{L})/u;
/** "vận động quỹ năm 2024 đạt trên 60%": a fund is raised up to its plan. */
const RAISED = quick(/(?<!\p{L})(?:vận động|thu)(?:\s+thu)?\s+quỹ[^.;,:]{0,60}đạt(?:\s+(?:trên|hơn|gần|khoảng))?\s*$/u);
/** "so với chỉ tiêu giao (70.544 người) đạt 84%" */
const OF_PLAN_BEFORE =
  /so với (?:chỉ tiêu|kế hoạch|mục tiêu|nghị quyết|dự toán)[^;.()]*\([^()]*\)\s*(?:thì\s+)?(?:đạt|bằng)\s*$/u;
/** A share of what was before is no share of a plan: "bằng 108,6% so với cùng kỳ". */
const AS_BEFORE =
  /^\s*(?:so với\s+|so\s+|của\s+)?(?:(?:mức )?(?:lãi suất|lương|học phí|giá|chuẩn|trợ cấp)|tổng số(?! (?:kế hoạch|chỉ tiêu))|cùng kỳ|năm (?:trước|ngoái|\d{4})|tháng trước|quý trước|đầu năm)/u;

const INTENT = quick(
  /(?<!\p{L})(?:ph[ấầ]n đ[ấầ]u|(?<!có )mục tiêu|chỉ tiêu|dự kiến|dự báo|sẽ|từ nay (?:cho )?(?:đến|tới)|nếu (?:được )?(?:thực hiện|triển khai|áp dụng)|đặt kế hoạch|kế hoạch đưa|(?<!(?:hồ sơ|giấy|đơn|văn bản|tờ trình|công văn|danh sách) )đề nghị|đề xuất|đặt ra|đề ra(?= (?:các |những |\d+ )?(?:nhiệm vụ|chỉ tiêu|mục tiêu|phương hướng|kế hoạch)| đến (?:hết |cuối )?năm)|nhằm mục đích|hướng tới|hướng đến|kỳ vọng|(?<!(?:đã|mới|không|đều) )phải(?= *$| (?:giảm|đạt|hoàn thành|bảo đảm|đảm bảo|nâng|tạo))|giao (?:cho )?chỉ tiêu|đề án đặt|cần (?:bố trí|huy động)|(?<!(?:hộ|nghèo|người|đối tượng|gia đình|dân) )cần hỗ trợ|(?<=(?:kế hoạch|công điện|chỉ thị|văn bản|thông báo)[^,;.]{0,40}\s)yêu cầu|(?<!(?:đáp ứng|theo|đạt|có) )yêu cầu(?= [^,;.]{0,40}(?:hoàn thành|đạt|bảo đảm|đảm bảo|phấn đấu|giải ngân|giảm)(?!\p{L})))(?!\p{L})/gu,
);
const DONE = quick(
  /(?<!\p{L})(?:đã(?! qua (?:đào tạo|tập huấn|học nghề)| (?:đề ra|đặt ra|được giao|xác định))|kết quả|thực tế|(?<!từ nay )đến nay|thì đến nay|(?<!(?:thực|phát|thể|biểu|xuất|tái) )hiện(?: nay| còn| có)?(?! (?:đại|thực|vật|trường|hành|trạng|tượng))|vừa qua|đang có|tính đến|ước (?:đạt|tính|thực hiện))(?!\p{L})/u,
);
/** Behind the name of a plan these compare with it; behind "phấn đấu" or "sẽ" they only go on. */
const COMPARES = quick(/(?<!\p{L})(?:so với|vượt|theo)(?!\p{L})/u);
const NAME_OF_PLAN = /^(?:mục tiêu|chỉ tiêu|đặt ra|đề nghị|đề xuất|yêu cầu|kế hoạch|đặt kế hoạch|giao|đề án)/u;
/** "sẽ đạt 20 triệu người, tăng 18 triệu người so với năm 1995": what a planned level differs by from the past. */
const BESIDE_LEVEL = /\d[^.;]{0,60}[,(]\s*$/u;
const THAN_BEFORE =
  /^(?:[^.;,]|[.,]\d){0,72}?so với (?:cuối |đầu |cùng kỳ |thực hiện )*(?:năm|cùng kỳ|tháng|quý|giai đoạn|nhiệm kỳ)/u;
/** "đã vượt 16 triệu người": more than, where no plan is passed. */
const PASSED = atEnd(/(?<!\p{L})vượt\s*$/u);
/** "37/35 hộ (vượt 02 hộ)": what the first of the pair is more than the second. */
const PASSED_PLAN = atEnd(/\d\s*\/\s*[\d.]+[^\d;.]{0,40}[(,]\s*vượt\s*$/u);
const OF_PLAN = quick(/(?<!\p{L})(?:kế hoạch|chỉ tiêu|mục tiêu|dự toán|so với|nghị quyết|kh|định mức)(?!\p{L})/u);
/** "giảm tỷ lệ hộ nghèo xuống từ 2 đến 2,5%" falls by a range. */
const DOWN_BY = atEnd(/(?<!\p{L})(giảm)(?:(?!còn)[^.;:\d]){0,60}xuống(?: thêm)? từ\s*$/u);
/** "vượt mục tiêu Nghị quyết đại hội giảm tỷ lệ hộ nghèo 3%": the plan that was passed. */
const PLAN_NAMED =
  /(?:vượt|đạt|hoàn thành)\s+(?:\p{L}+\s+)?(?:mục tiêu|chỉ tiêu|kế hoạch)[^.;,()\d]{0,80}(?<!(?:và|đồng thời)\s*)$/u;
/** "đạt 120% chỉ tiêu; …" looks back at a plan. */
const SHARE_OF = atEnd(/%\s*(?:so với\s+|so\s+|của\s+)?$/u);
/** "2.259 hồ sơ, đạt 76,1%." at a statement's end: the share of what was to be done. */
const REACHED_ALONE = atEnd(/(?<![\d/.,])\d[\d.,]*(?:\s+\p{L}+){1,8}\s*,\s*đạt(?:\s+(?:trên|hơn|gần|khoảng))?\s*$/u);
const ENDS = /^\s*(?:[.;)](?!\d)|$)/u;
/** What brackets plan holds in them alone: "(vượt chỉ tiêu giao 2,9%); số lao động là …". */
const ASIDE = /^[^()]*\)/u;
/** "mục tiêu quốc gia" is the name of programmes. */
const PROGRAMME_NAME = /^\s*(?:quốc gia|qg|phát triển)/u;

/** "sẽ được hỗ trợ bằng 40% mức lương cơ sở/tháng", "15 kg gạo/tháng/học sinh": what a rule grants, not a plan. */
const RATE_OF_RIGHT =
  /^(?:\s*\p{L}+){0,2}\s*(?:(?:mức )?lương (?:cơ sở|tối thiểu)|mức chuẩn|\/\s*(?:tháng|người|hộ|học sinh|trẻ|em|năm)\s*\/\s*(?:tháng|người|hộ|học sinh|trẻ|em|năm))(?!\p{L})/u;

/** "Trong 5 năm qua, huyện đề nghị cấp 50.000 thẻ": an office tells what it handled. */
const REVIEWS =
  /^[\s\-+•*]*(?:trong (?:\d+|năm|những|\p{L}+) (?:năm|tháng)|trong (?:năm|nhiệm kỳ|giai đoạn)|từ (?:đầu )?(?:năm|ngày|tháng)|(?:tính )?đến nay|năm (?:qua|\d{4})|\d+ (?:năm|tháng))(?!\p{L})/u;

/** "Ước đến cuối năm, sẽ giảm 80 hộ": what is expected to have been. */
const ESTIMATED = /^[\s\-+•*]*ước(?!\p{L})[^.;]{0,40}$/u;

/** "120 trường hợp đề nghị giải quyết chế độ; 30 trường hợp khác": those who ask are counted like the others. */
const ASKING = quick(
  /(?<!\p{L})\d[\d.,]*\s+(?:đối tượng|trường hợp|hồ sơ|người|hộ|đơn|lượt người|gia đình)(?:\s+\p{L}+){0,3}\s+$/u,
);
/** "…, đề nghị xem xét; 30 trường hợp khác": what is asked for ends with its item. */
const ASKED =
  /^đề nghị\s+(?:\p{L}+\s+){0,2}(?:xem xét|giải quyết|xử lý|kiểm tra|xác minh|thanh tra|làm rõ)(?!\p{L})[^;]*;/u;
const isFinding = (before: string, at: number): boolean =>
  ASKING.test(before.slice(0, at)) || ASKED.test(before.slice(at));

/** "Tại Hội nghị về thực hiện chỉ tiêu năm 2016, ông A cho biết, …": what is told then is no more of the plan. */
const TOLD_AFTER =
  /^(?:chỉ tiêu|mục tiêu|kế hoạch)[^.;]{0,160}(?<!\p{L})(?:cho biết|cho hay|thông tin|báo cáo|khẳng định)(?:,| rằng| là)(?!\p{L})/u;

/** The words of intent that hold for what stands at `offset`, or null. */
const plannedBySentence = (folded: string, sentence: Span, offset: number): string | null => {
  const before = folded.slice(sentence.start, offset);
  const intents = matches(INTENT, before).filter(
    (m) =>
      !PROGRAMME_NAME.test(before.slice(m.index + m[0].length)) &&
      !SHARE_OF.test(before.slice(0, m.index)) &&
      !ASIDE.test(before.slice(m.index)) &&
      !TOLD_AFTER.test(before.slice(m.index)) &&
      !(m[0] === 'sẽ' && ESTIMATED.test(before.slice(0, m.index))) &&
      !(m[0] === 'đề nghị' && (REVIEWS.test(before.slice(0, m.index)) || isFinding(before, m.index))),
  );
  const last = intents.at(-1);
  const intended =
    last !== undefined &&
    !DONE.test(before.slice(last.index + last[0].length)) &&
    !(NAME_OF_PLAN.test(last[0]) && COMPARES.test(before.slice(last.index + last[0].length))) &&
    !SO_FAR.test(before.slice(0, last.index + last[0].length + 12));
  return intended ? last[0] : null;
};

/** "Kinh phí thực hiện Chương trình giảm nghèo là 45 tỷ đồng", "Tổng vốn giảm nghèo năm 2020 trên 353 tỷ đồng": a policy's name. */
const POLICY =
  /(?:chương trình|công tác|nguồn lực|vốn|ngân sách|kinh phí|quỹ|đề án|dự án|chính sách|mô hình|hoạt động|phong trào|xóa đói,?|cho|về)\s+giảm nghèo(?:\s+(?:(?!giảm|tăng)\p{L}+|\d{4}(?:\s?[-–]\s?\d{4})?))*\s*$/u;

/** "kinh phí Chương trình mục tiêu quốc gia giảm nghèo hơn 3 tỷ đồng": no money falls by poverty. */
const REDUCTION_OF_POVERTY = quick(/(?<!\p{L})giảm nghèo(?!\p{L})(?:(?!giảm|tăng)[^.;,])*$/u);

/** A plan named right before the change that it plans. */
const NEAR_CHANGE = [PLANNED_HERE, PLAN_NAMED];

const saidOf = (...matches: readonly (RegExpExecArray | null)[]): string =>
  matches.flatMap((match) => match?.[0].trim() ?? []).join(' … ');

/** A plan alone in brackets, or set behind its value; negative where what was planned is a fall. */
const planStated = (before: string, wider: string, after: string, kind: Kind): RoleOf | null => {
  const inBrackets = ALONE.test(after);
  const here =
    (inBrackets ? PLAN_IN_BRACKETS.exec(wider) : null) ??
    PLANNED_HERE.exec(before) ??
    (PLAN_SET.test(after) ? PLAN_PASSED.exec(before) : null);
  if (!here) return null;
  const fell = here[1] === 'giảm' || (kind === 'percentage' && inBrackets && FELL_BY.test(wider));
  return { role: 'target', sign: fell ? -1 : 1, implied: false, words: saidOf(here) };
};

/** "giảm nhẹ 0,6% và 1,4%": the verb was said once of both. */
const JOINED_SHARE = /[\d.,]+\s*%\s*(?:,|và)\s*$/u;

/** The verb or noun of a change that the number is the amount of, or null where it states a level. */
const changeOf = (
  before: string,
  wider: string,
  after: string,
  kind: Kind,
  ranged: boolean,
): RegExpExecArray | null => {
  const down = ranged ? DOWN_BY.exec(before) : null;
  const fall = down ?? (kind === 'percentage' ? (RATE_OF_FALL.exec(wider) ?? RATE_OF_GROWTH.exec(wider)) : null);
  if (fall) return fall;
  const level =
    (!ranged && FROM.test(before) && !OR_MORE.test(after)) ||
    THRESHOLD.test(before) ||
    POLICY.test(before) ||
    (kind === 'money' && REDUCTION_OF_POVERTY.test(before)) ||
    (kind !== 'percentage' && PASSED.test(before) && !PASSED_PLAN.test(before) && !OF_PLAN.test(wider + after));
  if (level) return null;
  if (kind !== 'percentage' && /vượt\s*$/u.test(before) && /^\s*(?:\/\s*\d+\s*)?chỉ tiêu(?!\p{L})/u.test(after))
    return null;
  const once = kind === 'percentage' ? before.replace(JOINED_SHARE, '') : before;
  return CHANGE.exec(once) ?? (kind === 'percentage' ? CHANGE_OF_RATE : COUNT_OF_CHANGE).exec(once);
};

/** The words of a change told once more as a share, or as one of a list of changes. */
const shareOfChange = (before: string, wider: string): string | null => {
  const told =
    SIGNED.exec(before) ??
    RATE_OF_CHANGE.exec(before) ??
    SHARE_THAT_FELL.exec(before) ??
    SHARE_OF_CHANGE.exec(wider) ??
    CHANGE_OF_OTHER.exec(wider);
  const listed = told ? null : LIST_OF_CHANGES.exec(wider);
  return told?.[1] ?? listed?.[1] ?? listed?.[2] ?? null;
};

/**
 * What the number states: what was, what is planned, a change, or a share of plan reached. "từ" before a range
 * (`ranged`) opens the range, not a level.
 */
export const roleOf = (
  folded: string,
  number: Span,
  kind: Kind,
  value: number,
  sentence: Span,
  ranged = false,
): RoleOf => {
  const before = folded.slice(Math.max(sentence.start, number.start - 72), number.start);
  const wider = folded.slice(Math.max(sentence.start, number.start - 200), number.start);
  const after = folded.slice(number.end, Math.min(sentence.end, number.end + 32));
  const plan = planStated(before, wider, after, kind);
  if (plan && ((ALONE.test(after) && !PASSES.test(before)) || PLAN_SET.test(after))) return plan;
  const set = SET_AS.exec(wider);
  if (set) return { role: 'target', sign: set[1] === 'giảm' ? -1 : 1, implied: false, words: saidOf(set) };
  const change = changeOf(before, wider, after, kind, ranged);
  // "cao hơn chỉ tiêu giao 0,8%": the plan in the words of the change itself is not what is planned.
  const told = change ? number.start - change.input.length + change.index : number.start;
  const verb = number.start - told;
  const intended =
    plannedBySentence(folded, sentence, told) ??
    (change === null
      ? null
      : (NEAR_CHANGE.map((plan) => plan.exec(wider.slice(0, wider.length - verb))?.[0].trim()).find(Boolean) ?? null));
  const beside =
    change !== null &&
    !OR_MORE.test(after) &&
    BESIDE_LEVEL.test(wider.slice(0, wider.length - verb)) &&
    THAN_BEFORE.test(folded.slice(number.end, Math.min(sentence.end, number.end + 96)));
  const decided = intended !== null && /^sẽ$/u.test(intended) && RATE_OF_RIGHT.test(after);
  const planned = beside || decided ? null : intended;
  const again = kind === 'percentage' ? shareOfChange(before, wider) : null;
  if (again !== null) {
    const role = planned === null ? 'change' : 'target';
    return { role, sign: /[-–]|giảm/u.test(again) ? -1 : 1, implied: planned !== null, words: again };
  }
  if (change) {
    const words = change[1] as string;
    const sign = /giảm|hạ|thấp|ít/u.test(words) ? -1 : 1;
    return planned === null || (NAME_OF_PLAN.test(planned) && AGAINST_PLAN.test(after))
      ? { role: 'change', sign, implied: false, words }
      : { role: 'target', sign, implied: true, words: `${planned} … ${words}` };
  }
  if (kind === 'percentage' && PLAN_AFTER.test(after) && planned !== null && TO_COME.test(planned))
    return { role: 'target', sign: 1, implied: true, words: planned };
  if (
    kind === 'percentage' &&
    REACHED.test(before) &&
    (PLAN_AFTER.test(after) ||
      PASSED_BY.test(after) ||
      (value > 100 && !AS_BEFORE.test(after)) ||
      (planned === null && (REACHED_ALONE.test(before) || RAISED.test(wider)) && ENDS.test(after)))
  ) {
    return {
      role: 'achievement',
      sign: 1,
      implied: false,
      words: saidOf(REACHED.exec(before), PLAN_AFTER.exec(after)),
    };
  }
  const ofPlan = kind === 'percentage' ? (PLAN_AFTER.exec(after) ?? OF_PLAN_BEFORE.exec(wider)) : null;
  if (ofPlan) return { role: 'achievement', sign: 1, implied: false, words: saidOf(ofPlan) };
  if (plan) return plan;
  const is = TARGET_IS.exec(wider);
  if (is) return { role: 'target', sign: 1, implied: false, words: saidOf(is) };
  if (kind === 'money' && ALLOTTED.test(wider))
    return { role: 'target', sign: 1, implied: false, words: 'kế hoạch vốn' };
  const toGet = kind === 'count' && WILL_GET.test(folded.slice(number.end, Math.min(sentence.end, number.end + 130)));
  if (toGet && planned === null) return { role: 'target', sign: 1, implied: true, words: 'sẽ' };
  return planned === null
    ? { role: 'actual', sign: 1, implied: false, words: '' }
    : { role: 'target', sign: 1, implied: true, words: planned };
};
