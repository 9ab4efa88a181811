import type { Indicator, Kind, Subject, Topic, Unit } from '../../model/index.ts';
import type { Words } from './words.ts';

/** What an indicator rule may look at; all words are folded. */
export interface Sight extends Words {
  topic: Topic;
  kind: Kind;
  unit: Unit;
  subjects: readonly Subject[];
  role: string;
  /** The figure it says more of, where it follows one. */
  head: { indicator: Indicator | null; unit: Unit } | null;
}

interface Rule {
  indicator: Indicator | null;
  /** The topic the figure then has; null keeps the one the words around it speak for. */
  topic: Topic | null;
  when: (sight: Sight) => boolean;
}

const people: readonly Unit[] = ['person', 'person_turn', 'household', 'household_turn', 'case'];
const counts = (sight: Sight) => people.includes(sight.unit);
const money = (sight: Sight) => sight.kind === 'money' && sight.unit === 'VND';
const rate = (sight: Sight) => sight.kind === 'percentage';
const of =
  (...topics: Topic[]) =>
  (sight: Sight) =>
    topics.includes(sight.topic);
const own = (pattern: RegExp) => (sight: Sight) => pattern.test(sight.own);
const said = (pattern: RegExp) => (sight: Sight) => pattern.test(sight.own) || pattern.test(sight.before);
/** Anywhere in its statement, behind the number too. */
const stated = (pattern: RegExp) => (sight: Sight) => pattern.test(sight.statement) || pattern.test(sight.before);
const all =
  (...tests: ((sight: Sight) => boolean)[]) =>
  (sight: Sight) =>
    tests.every((test) => test(sight));
const not = (test: (sight: Sight) => boolean) => (sight: Sight) => !test(sight);

/** Exactly one poverty group (others, such as an ethnic minority, may narrow it). */
const only = (group: 'poor' | 'near_poor') => (sight: Sight) => {
  const groups = sight.subjects.filter((s) => /^(?:near_)?poor_|^escaped_/.test(s));
  return groups.length > 0 && groups.every((s) => s === `${group}_household` || s === `${group}_person`);
};
/** Everybody named is a person of merit or of their family: their allowances are merit policy. */
const meritGroups = (sight: Sight) =>
  sight.subjects.length > 0 &&
  sight.subjects.every((s) => /^(?:meritorious_person|martyr_family|war_invalid|heroic_mother)$/.test(s));
const INFLOW = /phát sinh|tái nghèo|rơi vào/u;

/** Members and officers of a body are not those it serves. */
const MEMBERS = /^\s*(?:hội viên|đoàn viên|thành viên|cán bộ|đại biểu|đảng viên|cộng tác viên|tình nguyện viên)/u;
/** "tạo việc làm mới cho", "giới thiệu việc làm cho gần": right before the number. */
const JOBS =
  /(?:tạo|giải quyết|giới thiệu|bố trí)(?: được| thêm)?(?: việc làm)(?: mới| ổn định| tại chỗ| trong nước| trực tiếp| thành công)*(?: cho)?(?: được)?(?: trên| hơn| gần| khoảng)*\s*$/u;

/** Patients of insurance are no participants. */
const TREATED = /khám(?:,| và)? ?(?:chữa)? ?bệnh|kcb|nội trú|ngoại trú|điều trị/u;
const ATTEND =
  /^\s*(?:lượt )?(?:người|cán bộ|đại biểu|hội viên|học viên|lao động|hộ dân)?[^,;.]{0,24}?(?:tham dự|dự(?= [^,;.]{0,12}(?:hội nghị|tập huấn|lớp|tuyên truyền)))(?!\p{L})/u;

/** Money of the bank that nobody was lent: debts collected or overdue, interest, savings, its own funds. */
const NOT_LENT =
  /thu (?:hồi )?(?:nợ|lãi)|nợ (?:quá hạn|xấu|khoanh|đến hạn)|lãi tồn|tiền gửi|huy động|gửi tiết kiệm|tổng nguồn vốn(?! cho vay| vay)|nguồn vốn (?:hoạt động|huy động|ủy thác|nhận ủy thác|ngân sách)|ủy thác (?:sang|chuyển)/u;
/** "dư nợ …, trong đó: hộ nghèo 1.460 triệu đồng; hộ cận nghèo …": the last such word tells what a list lists. */
const LISTED_LOANS =
  /(dư nợ|doanh số cho vay|giải ngân|thu nợ|nợ quá hạn)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn)[\s\S])*(?::|trong đó|trong số (?:này|đó)|gồm)(?:(?!dư nợ|doanh số|giải ngân|thu nợ|nợ quá hạn|số tiền)[\s\S])*$/u;

/** What storms, floods and accidents did is no relief given. */
const DAMAGED =
  /^[^,;.]{0,40}(?<!\p{L})(?:ngập|sập|đổ|tốc mái|hư hỏng|hư hại|hỏng|cuốn trôi|thiệt hại|cháy|sạt lở|chìm|chết|vùi lấp|mất trắng)(?!\p{L})/u;
const HARMED = /^[^,;.]{0,24}(?<!\p{L})(?:chết|tử vong|mất tích|bị thương|thiệt mạng|thương vong|bị nạn)(?!\p{L})/u;
const GIVES =
  /(?<!\p{L})(?:cho|tặng|tới|đến|hỗ trợ|giúp|trợ cấp|cứu trợ|thăm)(?:\s+(?:hơn|gần|trên|khoảng|gia đình|thân nhân))*\s*$/u;
/** Those who help are not those they serve: "40 bác sĩ đã khám cho 300 người". */
const HELPERS =
  /^\s*(?:lượt )?(?:y,? ?)?(?:bác sĩ|thầy thuốc|tình nguyện viên|y tá|điều dưỡng|dược sĩ|nhân viên|nghệ sĩ|ca sĩ|bộ đội|dân quân|chiến sĩ|cán bộ,? (?:chiến sĩ|y tế))/u;
const BUILT = /xây|sửa|dựng|làm (?:mới|nhà)|hỗ trợ|bàn giao|khởi công|hoàn thành|trao|tặng/u;
/** "phổ biến chính sách bảo hiểm thất nghiệp tới hơn 100 người" */
const TOLD =
  /(?<!\p{L})(?:phổ biến|tuyên truyền|tập huấn|truyền thông)[^;.\d]{0,80}(?:cho|tới|đến|với)(?:\s+(?:hơn|gần|trên|khoảng))*\s*$/u;

/** What there is of a group, not whom an office served: "toàn huyện hiện có 5.142 gia đình liệt sĩ, 3.670 thương binh". */
const STOCK =
  /(?<!\p{L})(?:(?:toàn|cả)\s+(?:tỉnh|huyện|xã|phường|thị xã|thị trấn|thành phố|tp|quận|nước|vùng|địa bàn|hội)|trên địa bàn(?:\s+\p{L}+){0,4}|(?:tỉnh|huyện|xã|địa phương)(?=\s+(?:hiện|đang|vẫn))|(?:tỉnh|huyện|xã|thị xã|thành phố)(?:\s+(?!(?:mới|đã|sẽ|chỉ|cần)(?!\p{L}))\p{L}+){1,4}?|hiện(?: nay| tại)?,?|vẫn|qua rà soát)\s+(?:(?:hiện|đang|vẫn|nay)\s+)*(?:có|còn)(?:\s+(?:sống|tổng số|tổng cộng|trên|hơn|gần|khoảng))*(?:\s+\d|\s*$)/u;
const SERVES =
  /(?<!\p{L})(?:được|hưởng|nhận|hỗ trợ|cấp|trao|tặng|trợ cấp|trợ giúp|chi trả|thụ hưởng|tham gia|đóng|vay|khám|điều trị|đào tạo|học nghề|nuôi dưỡng|chăm sóc|đi làm việc|xuất cảnh|giải quyết|tạo việc làm|thoát)(?!\p{L})/u;
/** Members counted as such: taken in, led, had. */
const ENROLS =
  /(?<!\p{L})(?:kết nạp(?: mới| thêm| được)*|phát triển(?: mới| thêm| được)*|(?:hiện |đang )?có|quản lý|tập hợp(?: được)?|thu hút(?: được)?|tổng số(?: hội viên| đoàn viên)?(?: (?:toàn|của) \p{L}+)?(?: lên| là)?|lên|gồm|với|,|hội)(?:\s+(?:trên|hơn|gần|khoảng|tổng số))*\s*$/u;
const ENROLLED =
  /^\s*(?:hội viên|đoàn viên)(?!\p{L}|[^,;.]*(?:được|vay|nhận|nghèo|khó khăn|tham gia (?:bh|bảo hiểm)|dự|thoát))/u;
const enrolled = (s: Sight) =>
  s.unit === 'person' &&
  ((ENROLLED.test(s.tail) && ENROLS.test(s.lead)) ||
    /(?:tổng số|nâng (?:tổng )?số|số) (?:hội viên|đoàn viên)[^,;.\d]*(?:lên|là|đạt|có)(?:\s+(?:trên|hơn|gần|khoảng))*\s*$/u.test(
      s.lead,
    ));
const CHILDREN = /^(?:child|disadvantaged_child|orphan|preschool_child)$/;
/** What is needed or under way is not yet built. */
const NOT_BUILT =
  /(?<!\p{L})(?:cần (?:hỗ trợ|xây|sửa|được)|có nhu cầu|chưa có nhà|đang (?:thi công|xây|triển khai|sửa|làm)|đề nghị)(?!\p{L})/u;
/** Pay earned at work is no cost of the training or job service. */
const EARNED = /(?<!\p{L})(?:thu nhập|mức lương|tiền lương|lương(?! hưu)|tiền công)(?!\p{L})/u;
const INTERNAL = /(?<!\p{L})(?:đăng ký|đạt danh hiệu|danh hiệu|đạt tiêu chuẩn|được công nhận)(?!\p{L})/u;
/** Grain for eating; seed is for sowing. */
const OF_RICE = /gạo(?!.*(?:giống|phân bón|muối|mì))/su;

/** Policy areas whose talks and classes are told under them, not under communication. */
const TAUGHT: readonly Topic[] = [
  'production_support',
  'gender_equality',
  'child_protection',
  'social_evils',
  'labour_safety',
  'healthcare',
];
const TALKS = /tập huấn|chuyển giao|tuyên truyền|truyền thông|nói chuyện|hội thảo|hội nghị|tọa đàm|diễn đàn/u;

const RULES: readonly Rule[] = [
  { indicator: null, topic: 'gender_equality', when: (s) => enrolled(s) && s.subjects.includes('woman') },
  {
    indicator: null,
    topic: 'other',
    when: (s) =>
      enrolled(s) && s.subjects.some((code) => code === 'farmer' || code === 'veteran' || code === 'elderly'),
  },
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all(
      (s) => s.unit === 'household' && s.role === 'actual' && s.subjects.length === 0,
      (s) => STOCK.test(s.lead),
      (s) => /^\s*hộ(?:\s+(?:dân|gia đình))?\s*(?:[,(]|với|$)/u.test(s.tail),
      of('poverty_reduction', 'population', 'other', 'water_sanitation'),
    ),
  },
  {
    indicator: null,
    topic: 'child_protection',
    when: all(
      counts,
      of('social_protection', 'child_protection', 'other', 'education_support', 'gifts_and_donations'),
      (s) => s.subjects.length > 0 && s.subjects.every((code) => CHILDREN.test(code)),
      (s) => /(?<!\p{L})(?:có|còn)(?:\s+(?:trên|hơn|gần|khoảng))*(?:\s+\d|\s*$)/u.test(s.before),
      (s) => !SERVES.test(s.before) && !SERVES.test(s.tail),
    ),
  },
  {
    indicator: null,
    topic: null,
    when: all(
      counts,
      of(
        'merit_policy',
        'social_protection',
        'education_support',
        'gifts_and_donations',
        'housing_support',
        'employment',
        'production_support',
      ),
      (s) => !s.subjects.includes('social_protection_beneficiary'),
      (s) => STOCK.test(s.before),
      (s) => !SERVES.test(s.before) && !SERVES.test(s.tail),
    ),
  },
  {
    indicator: 'edu.recipients',
    topic: 'education_support',
    when: (s) => s.unit === 'scholarship',
  },
  {
    indicator: null,
    topic: 'employment',
    when: all(
      money,
      of('vocational_training', 'employment'),
      (s) => EARNED.test(s.lead) || (s.head !== null && EARNED.test(s.before.slice(-48))),
    ),
  },
  {
    indicator: 'budget.total',
    topic: null,
    when: all(
      rate,
      of('poverty_reduction', 'other', 'production_support'),
      (s) => s.role === 'achievement',
      own(/kế hoạch vốn|giải ngân/u),
    ),
  },
  { indicator: null, topic: null, when: all(counts, of('production_support'), own(INTERNAL), not(own(/hỗ trợ|vay/u))) },
  {
    indicator: null,
    topic: 'housing_support',
    when: all(of('housing_support'), (s) => s.unit === 'house' || s.unit === 'household', own(NOT_BUILT)),
  },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(of('housing_support'), rate, (s) => s.role === 'achievement'),
  },
  {
    indicator: 'comm.events',
    topic: null,
    when: all(of(...TAUGHT), (s) => s.unit === 'class' || s.unit === 'event', own(TALKS), not(own(/nghề(?! nghiệp)/u))),
  },
  {
    indicator: 'comm.participants',
    topic: null,
    when: all(of(...TAUGHT), counts, (s) => s.head?.indicator === 'comm.events'),
  },
  {
    indicator: null,
    topic: 'other',
    when: (s) =>
      s.unit === 'organisation' &&
      /^\s*(?:chi hội|cơ sở hội|tổ hội|phân hội)(?!\p{L})/u.test(s.tail) &&
      /(?:nông dân|cựu chiến binh|ccb|cao tuổi|toàn hội|hội (?:nd|nct))/u.test(s.sentence),
  },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      money,
      of('merit_policy', 'gifts_and_donations'),
      own(
        /quỹ[^.;,]*(?:vận động|huy động|quyên góp|ủng hộ|thu|đóng góp)|(?:vận động|huy động|quyên góp|ủng hộ|thu|đóng góp)[^.;,]*quỹ/u,
      ),
    ),
  },
  // The labour force is a stock, not jobs made.
  {
    indicator: null,
    topic: null,
    when: all(counts, of('employment', 'vocational_training'), (s) =>
      /(?:lực lượng lao động|độ tuổi lao động|nguồn lao động|giấy phép lao động)[^,;.]{0,40}$/u.test(s.lead),
    ),
  },
  // Households short of a basic service, by service, are no clients of it.
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => counts(s) || rate(s),
      (s) => /(?<!\p{L})thiếu hụt(?!\p{L})/u.test(s.sentence),
      (s) => !/được (?:hỗ trợ|vay|cấp)/u.test(s.own),
    ),
  },
  // What the words at the number settle, whatever is spoken of around them.
  {
    indicator: null,
    topic: 'emergency_relief',
    when: all(
      (s) => s.unit === 'house' || s.unit === 'animal',
      (s) => DAMAGED.test(s.tail),
      (s) => !GIVES.test(s.lead),
    ),
  },
  {
    indicator: null,
    topic: null,
    when: all(
      counts,
      (s) => HARMED.test(s.tail) || (HELPERS.test(s.tail) && s.topic !== 'merit_policy'),
      (s) => !GIVES.test(s.lead),
    ),
  },
  { indicator: 'comm.participants', topic: 'communication', when: all(counts, (s) => TOLD.test(s.lead)) },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      (s) => s.kind === 'measure',
      (s) => /^\s*(?:(?:tấn|tạ|yến|kg|ki lô gam|cân)\s+)?gạo/u.test(s.tail),
    ),
  },
  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(
      (s) => s.unit === 'tonne' || s.unit === 'kg',
      (s) =>
        OF_RICE.test(s.sentence) &&
        /^\s*(?:tấn|tạ|yến|kg)(?:\s*(?:[,;.)/]|$)|\s+(?:về|cho|mỗi|đến|tới|đã|được|từ|để)(?!\p{L}))/u.test(s.tail),
    ),
  },
  {
    indicator: null,
    topic: null,
    when: own(
      /chưa (?:được|có|nhận|tham gia|tiếp cận)|không (?:được hưởng|có (?:bảo hiểm|thẻ|bhyt|việc làm)|tham gia)|bị (?:ăn bớt|cắt|thiếu)/u,
    ),
  },
  {
    indicator: null,
    topic: null,
    when: all(counts, of('merit_policy', 'social_protection', 'poverty_reduction', 'population', 'social_evils'), (s) =>
      MEMBERS.test(s.tail),
    ),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'person',
      (s) => /^[^,;.]{0,40}(?:thoát nghèo|giảm nghèo)/u.test(s.tail),
      of('merit_policy', 'poverty_reduction'),
    ),
  },
  {
    indicator: 'emp.jobs',
    topic: null,
    when: all(
      counts,
      (s) =>
        JOBS.test(s.lead) ||
        /(?:lao động|người|học viên) (?:đã )?có việc làm[^,;.]{0,40}$/u.test(s.lead) ||
        /^\s*\p{L}*\s*(?:lao động )?(?:có|được (?:giải quyết|tạo)) việc làm/u.test(s.tail),
    ),
  },
  {
    indicator: 'hi.cards',
    topic: 'health_insurance',
    when: all((s) => s.unit === 'card', not(own(/thẻ (?:hội viên|đoàn viên|atm|ngân hàng|căn cước|đảng)/u))),
  },
  {
    indicator: 'comm.participants',
    topic: 'communication',
    when: all(counts, (s) => s.head?.indicator === 'comm.events' || ATTEND.test(s.tail)),
  },
  { indicator: 'sp.funerals', topic: 'social_protection', when: all(counts, own(/mai táng/u)) },
  {
    indicator: 'sp.funeral_cost',
    topic: 'social_protection',
    when: all(money, (s) => /mai táng/u.test(s.own) || s.head?.indicator === 'sp.funerals'),
  },
  {
    indicator: 'credit.outstanding',
    topic: 'preferential_credit',
    when: all(
      money,
      said(/dư nợ/u),
      of(
        'preferential_credit',
        'employment',
        'water_sanitation',
        'education_support',
        'poverty_reduction',
        'production_support',
        'housing_support',
      ),
    ),
  },
  {
    indicator: 'train.certified_rate',
    topic: 'vocational_training',
    when: all(rate, own(/(?:bằng cấp|chứng chỉ|văn bằng)/u)),
  },
  {
    indicator: 'train.trained_rate',
    topic: 'vocational_training',
    when: all(rate, said(/qua đào tạo/u), not(own(/việc làm/u))),
  },
  {
    indicator: 'emp.rate',
    topic: 'employment',
    when: all(
      rate,
      own(/(?:có|tìm được|được giải quyết) việc làm|thất nghiệp ở|việc làm (?:sau|thường xuyên|ổn định)/u),
      not((s) => s.role === 'achievement'),
    ),
  },
  {
    indicator: 'emp.counselled',
    topic: null,
    when: all(counts, said(/tư vấn/u), of('employment', 'labour_export', 'vocational_training')),
  },
  {
    indicator: 'water.rate',
    topic: 'water_sanitation',
    when: all(
      rate,
      own(/(?:nước (?:sạch|sinh hoạt|hợp vệ sinh)|giếng nước)/u),
      not(own(/nhà (?:tiêu|vệ sinh)|hố xí/u)),
    ),
  },
  {
    indicator: 'sanitation.rate',
    topic: 'water_sanitation',
    when: all(rate, own(/(?:công trình vệ sinh|nhà (?:tiêu|vệ sinh)|hố xí|công trình phụ)/u)),
  },

  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(of('poverty_reduction'), said(INFLOW), own(/phát sinh|tái nghèo|chiếm|với/u)),
  },
  {
    indicator: null,
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      (s) => /^\s*(?:tổng )?(?:số )?hộ (?:cận )?nghèo(?!\s+(?:được|có))/u.test(s.tail),
      (s) => s.role === 'actual',
    ),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      (s) => s.unit === 'household',
      own(/thoát nghèo|vươn lên thoát/u),
      of('poverty_reduction'),
      not(own(/mới thoát nghèo vay/u)),
    ),
  },
  {
    indicator: 'pov.escaped_households',
    topic: 'poverty_reduction',
    when: all(
      of('preferential_credit', 'production_support', 'employment'),
      (s) => s.unit === 'household',
      (s) =>
        /^\s*hộ(?: gia đình)?(?: nghèo)?(?: vươn lên| đã| được)? thoát (?:khỏi )?nghèo(?![^,;.]*vay)/u.test(s.tail),
    ),
  },
  {
    indicator: 'pov.poor_rate',
    topic: 'poverty_reduction',
    when: all(rate, of('poverty_reduction'), only('poor'), not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u))),
  },
  {
    indicator: 'pov.near_poor_rate',
    topic: 'poverty_reduction',
    when: all(
      rate,
      of('poverty_reduction'),
      only('near_poor'),
      not(own(/được|tiếp cận(?! (?:nghèo )?đa chiều)|có nhà/u)),
    ),
  },
  {
    indicator: 'pov.poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('poor')),
  },
  {
    indicator: 'pov.near_poor_households',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'household', of('poverty_reduction'), only('near_poor')),
  },
  {
    indicator: 'pov.poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('poor'), own(/khẩu|người nghèo|người/u)),
  },
  {
    indicator: 'pov.near_poor_people',
    topic: 'poverty_reduction',
    when: all((s) => s.unit === 'person', of('poverty_reduction'), only('near_poor'), own(/khẩu|người/u)),
  },
  {
    indicator: 'pop.households',
    topic: 'population',
    when: all((s) => s.unit === 'household', of('population'), not(own(/được|vay/u))),
  },
  { indicator: 'pop.people', topic: 'population', when: all((s) => s.unit === 'person', of('population')) },

  {
    indicator: 'credit.outstanding',
    topic: 'preferential_credit',
    when: all(of('preferential_credit'), money, (s) => LISTED_LOANS.exec(s.sentence)?.[1] === 'dư nợ'),
  },
  {
    indicator: null,
    topic: 'preferential_credit',
    when: all(
      of('preferential_credit'),
      money,
      (s) =>
        NOT_LENT.test(s.own) ||
        (LISTED_LOANS.test(s.sentence) && !/cho vay|giải ngân/u.test(LISTED_LOANS.exec(s.sentence)?.[1] ?? '')),
    ),
  },
  { indicator: 'credit.borrowers', topic: 'preferential_credit', when: all(of('preferential_credit'), counts) },
  { indicator: 'credit.disbursed', topic: 'preferential_credit', when: all(of('preferential_credit'), money) },

  {
    indicator: 'merit.beneficiaries',
    topic: 'merit_policy',
    when: all(counts, of('social_protection', 'other'), meritGroups),
  },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(money, of('social_protection', 'other'), meritGroups) },

  { indicator: 'hi.cards', topic: 'health_insurance', when: all(of('health_insurance'), (s) => s.unit === 'card') },
  {
    indicator: 'hi.cards',
    topic: 'health_insurance',
    when: all(
      of('health_insurance'),
      counts,
      not(own(TREATED)),
      own(/cấp|mua|tặng|hỗ trợ|phát/u),
      not(own(/tham gia|có thẻ/u)),
    ),
  },
  { indicator: 'health.patients', topic: null, when: all(of('health_insurance'), counts, said(TREATED)) },
  { indicator: 'hi.participants', topic: 'health_insurance', when: all(of('health_insurance'), counts) },
  {
    indicator: 'hi.coverage_rate',
    topic: 'health_insurance',
    when: all(
      of('health_insurance'),
      rate,
      (s) => s.role !== 'achievement',
      not(own(/mức đóng|chi phí|phí mua|mệnh giá|kinh phí|mức hỗ trợ/u)),
    ),
  },
  { indicator: 'hi.cost', topic: 'health_insurance', when: all(of('health_insurance'), money) },

  {
    indicator: 'si.participants',
    topic: 'social_insurance',
    when: all(
      of('social_insurance'),
      counts,
      said(/tham gia|bhxh|bhtn|bảo hiểm/u),
      not((s) => /hưởng|chi trả|giải quyết|nhận|một lần|ốm đau|thai sản|hưu trí|lương hưu|tử tuất/u.test(s.lead)),
      not((s) => /^[^,;(]*(?:hưởng|nhận|chi trả)/u.test(s.tail)),
    ),
  },
  {
    indicator: 'si.coverage_rate',
    topic: 'social_insurance',
    when: all(
      of('social_insurance'),
      rate,
      (s) => s.role !== 'achievement',
      said(/tham gia|bao phủ|lực lượng lao động|lllđ|lao động trong độ tuổi/u),
    ),
  },
  {
    indicator: 'si.cost',
    topic: 'social_insurance',
    when: all(of('social_insurance'), money, not(own(/quỹ[^,;.]{0,40}(?:có|còn|kết dư)\s|nợ/u))),
  },

  {
    indicator: 'train.classes',
    topic: 'vocational_training',
    when: all(of('vocational_training'), (s) => s.unit === 'class' || s.unit === 'course'),
  },
  { indicator: 'train.trainees', topic: 'vocational_training', when: all(of('vocational_training'), counts) },
  { indicator: 'train.cost', topic: 'vocational_training', when: all(of('vocational_training'), money) },

  { indicator: 'emp.overseas', topic: 'labour_export', when: all(of('labour_export'), counts) },
  {
    indicator: 'emp.overseas',
    topic: 'labour_export',
    when: all(of('labour_export'), rate, (s) => s.role === 'achievement' || s.role === 'change'),
  },
  {
    indicator: 'emp.counselled',
    topic: 'employment',
    when: all(of('employment'), counts, said(/tư vấn|phiên giao dịch|ngày hội việc làm/u)),
  },
  {
    indicator: 'emp.jobs',
    topic: 'employment',
    when: all(of('employment'), (s) => counts(s) || s.unit === 'dossier' || (rate(s) && s.role === 'achievement')),
  },

  {
    indicator: 'relief.rice',
    topic: 'food_support',
    when: all(of('food_support', 'emergency_relief'), (s) => s.kind === 'measure', own(/gạo/u)),
  },
  { indicator: 'relief.recipients', topic: null, when: all(of('food_support'), counts) },
  { indicator: 'relief.recipients', topic: 'emergency_relief', when: all(of('emergency_relief'), counts) },
  { indicator: 'relief.cost', topic: 'emergency_relief', when: all(of('emergency_relief'), money) },

  {
    indicator: 'edu.coverage_rate',
    topic: 'education_support',
    when: all(
      of('education_support'),
      rate,
      said(/(?:đến|tới|ra) (?:trường|lớp)|được (?:miễn|hỗ trợ|hưởng|cấp)|huy động|đi học|chuyên cần|được/u),
    ),
  },
  {
    indicator: 'fund.raised',
    topic: null,
    when: all(
      of('education_support'),
      money,
      said(/quỹ (?:khuyến học|khuyến tài|học bổng|bảo trợ)/u),
      not(said(/trao|tặng|suất|cấp cho|chi|trích/u)),
    ),
  },
  { indicator: 'edu.recipients', topic: 'education_support', when: all(of('education_support'), counts) },
  { indicator: 'edu.cost', topic: 'education_support', when: all(of('education_support'), money) },

  { indicator: 'elec.households', topic: 'electricity_support', when: all(of('electricity_support'), counts) },
  { indicator: 'elec.cost', topic: 'electricity_support', when: all(of('electricity_support'), money) },

  { indicator: 'house.built', topic: 'housing_support', when: all(of('housing_support'), (s) => s.unit === 'house') },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(
      of('housing_support'),
      (s) => s.unit === 'household',
      stated(/hỗ trợ|xây|sửa|hoàn thành|khởi công/u),
      not(own(/khó khăn về nhà ở|đạt chuẩn/u)),
    ),
  },
  {
    indicator: 'house.built',
    topic: 'housing_support',
    when: all(
      (s) => s.unit === 'house',
      of('poverty_reduction', 'gifts_and_donations', 'merit_policy', 'social_protection', 'water_sanitation', 'other'),
      stated(BUILT),
    ),
  },
  { indicator: 'house.cost', topic: 'housing_support', when: all(of('housing_support'), money) },

  { indicator: 'merit.beneficiaries', topic: 'merit_policy', when: all(of('merit_policy'), counts) },
  { indicator: 'merit.cost', topic: 'merit_policy', when: all(of('merit_policy'), money) },

  {
    indicator: 'gift.count',
    topic: 'gifts_and_donations',
    when: all((s) => s.unit === 'gift'),
  },
  {
    indicator: 'fund.raised',
    topic: 'gifts_and_donations',
    when: all(
      of('gifts_and_donations', 'merit_policy', 'other'),
      money,
      said(/vận động|ủng hộ|quyên góp|đóng góp|quỹ|tiếp nhận được|huy động|thu được/u),
      not(own(/trị giá|suất quà|phần quà/u)),
      (s) => s.head?.indicator !== 'gift.count',
    ),
  },
  { indicator: 'gift.value', topic: 'gifts_and_donations', when: all(of('gifts_and_donations'), money) },
  { indicator: 'gift.recipients', topic: 'gifts_and_donations', when: all(of('gifts_and_donations'), counts) },

  { indicator: 'prod.livestock', topic: 'production_support', when: (s) => s.unit === 'animal' },
  {
    indicator: 'prod.models',
    topic: 'production_support',
    when: all(of('production_support', 'poverty_reduction'), (s) => s.unit === 'model'),
  },
  { indicator: 'prod.households', topic: 'production_support', when: all(of('production_support'), counts) },
  { indicator: 'prod.cost', topic: 'production_support', when: all(of('production_support'), money) },

  {
    indicator: 'infra.works',
    topic: 'infrastructure',
    when: all(of('infrastructure', 'water_sanitation', 'poverty_reduction'), (s) => s.unit === 'works'),
  },
  { indicator: 'infra.cost', topic: 'infrastructure', when: all(of('infrastructure'), money) },

  {
    indicator: 'health.patients',
    topic: 'healthcare',
    when: all(of('healthcare'), counts, said(/khám|chữa|cấp (?:phát )?thuốc|điều trị|phẫu thuật|mổ/u)),
  },

  { indicator: 'sp.beneficiaries', topic: 'social_protection', when: all(of('social_protection'), counts) },
  { indicator: 'sp.cost', topic: 'social_protection', when: all(of('social_protection'), money) },

  { indicator: 'comm.participants', topic: 'communication', when: all(of('communication'), counts) },
  {
    indicator: 'comm.events',
    topic: 'communication',
    when: all(of('communication'), (s) => s.unit === 'event' || s.unit === 'class'),
  },
  {
    indicator: 'budget.total',
    topic: null,
    when: all(
      of('poverty_reduction', 'other'),
      money,
      said(
        /ngân sách|kinh phí|nguồn (?:lực|vốn)|bố trí|phân bổ|vốn (?:chương trình|đầu tư|sự nghiệp|giao)|tổng (?:số )?(?:vốn|tiền|kinh phí)/u,
      ),
    ),
  },
];

/** "90,7 tỷ đồng, bằng 108,6% so với cùng kỳ" */
const AS_BEFORE = /(?<!\p{L})bằng\s*$/u;

/** "bằng 76,01% tổng số hộ nghèo" is a share of them. */
const SHARE_OF = /^\s*(?:của\s+)?(?:tổng(?:\s+số)?|số|toàn bộ)\s+(?:hộ|người|lao động|dân|học|hội|đối tượng)/u;

/** "giảm 670 hộ (tương ứng giảm 3,13%)": households fall by a number, their rate by points. */
const RATE_OF: Readonly<Partial<Record<Indicator, Indicator>>> = {
  'pov.poor_households': 'pov.poor_rate',
  'pov.near_poor_households': 'pov.near_poor_rate',
};

/** The concept a figure measures and the topic it then belongs to; the first rule that fits decides. */
export const indicatorOf = (sight: Sight): { indicator: Indicator | null; topic: Topic } => {
  if (
    sight.head &&
    (sight.role === 'change' ||
      sight.role === 'achievement' ||
      (rate(sight) && AS_BEFORE.test(sight.lead) && !SHARE_OF.test(sight.tail))) &&
    (sight.kind === 'percentage' || sight.unit === sight.head.unit)
  ) {
    const { indicator } = sight.head;
    const share = rate(sight) && sight.role === 'change' && indicator ? RATE_OF[indicator] : undefined;
    return { indicator: share ?? indicator, topic: sight.topic };
  }
  const rule = RULES.find(({ when }) => when(sight));
  return rule
    ? { indicator: rule.indicator, topic: rule.topic ?? sight.topic }
    : { indicator: null, topic: sight.topic };
};
